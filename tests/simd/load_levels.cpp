// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <husk/simd/load_levels.hpp>

#include <vector>

namespace {

template <class Arch, class Load>
void check(std::size_t before, std::size_t behind, Load load)
{
    constexpr std::size_t n = husk::simd::real<Arch>::lanes;
    for (unsigned round = 0; round < 300; ++round) {
        std::vector<std::uint8_t> bytes(before + 3 * n + behind); // nothing beyond may be read
        for (std::size_t i = 0; i < bytes.size(); ++i)
            bytes[i] = static_cast<std::uint8_t>(round * 37u + static_cast<unsigned>(i) * 101u);
        auto const p = load(bytes.data() + before);
        for (std::size_t c = 0; c < 3; ++c) {
            float lanes[n];
            p[c].store(lanes);
            for (std::size_t i = 0; i < n; ++i) REQUIRE(lanes[i] == bytes[before + 3 * i + c]);
        }
    }
}

} // namespace

TEMPLATE_TEST_CASE("pixels become whole numbers, a register for each channel", "[simd]", husk::simd::best,
                   husk::simd::scalar)
{
    constexpr std::size_t margin = husk::simd::levels_margin;
    check<TestType>(0, 0, [](auto const* p) { return husk::simd::load_levels<TestType>(p); });
    check<TestType>(margin, margin, [](auto const* p) { return husk::simd::load_levels_amid<TestType>(p); });
}

TEMPLATE_TEST_CASE("bytes side by side become whole numbers", "[simd]", husk::simd::best, husk::simd::scalar)
{
    constexpr std::size_t n = husk::simd::real<TestType>::lanes;
    for (std::size_t first = 0; first < 256; first += n) {
        std::vector<std::uint8_t> bytes(n); // nothing beyond may be read
        for (std::size_t i = 0; i < n; ++i) bytes[i] = static_cast<std::uint8_t>(first + i);
        float lanes[n];
        husk::simd::load_level_plane<TestType>(bytes.data()).store(lanes);
        for (std::size_t i = 0; i < n; ++i) REQUIRE(lanes[i] == bytes[i]);
    }
}
