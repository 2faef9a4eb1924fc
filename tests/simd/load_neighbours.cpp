// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <husk/rng/stream.hpp>
#include <husk/simd/load_neighbours.hpp>

#include <array>
#include <vector>

TEST_CASE("two pixels of three bytes become six registers, wherever they lie", "[simd]")
{
    using Arch = husk::simd::best;
    if constexpr (husk::simd::loads_neighbours<Arch>) {
        constexpr int n = husk::simd::real<Arch>::lanes;
        husk::stream g(husk::key{.seed = 3});
        for (int round = 0; round < 500; ++round) {
            std::vector<std::uint8_t> bytes(8 + g.below(90)); // nothing beyond may be read
            for (auto& b : bytes) b = static_cast<std::uint8_t>(g.bits());
            std::array<std::int32_t, std::size_t{n}> at{};
            for (auto& a : at)
                a = static_cast<std::int32_t>(g.below(static_cast<std::uint32_t>(bytes.size()) - 7));
            auto const p = husk::simd::load_neighbours<Arch>(bytes.data(), at.data());
            for (std::size_t c = 0; c < 6; ++c) {
                float lanes[std::size_t{n}];
                p[c].store(lanes);
                for (std::size_t i = 0; i < at.size(); ++i)
                    REQUIRE(lanes[i] == static_cast<float>(bytes[static_cast<std::size_t>(at[i]) + c]) / 256);
            }
        }
    } else SUCCEED("no way of its own");
}

TEST_CASE("one by one there is no way of its own to load neighbours", "[simd]")
{
    CHECK_FALSE(husk::simd::loads_neighbours<husk::simd::scalar>);
}
