// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "support.hpp"

#include <husk/kernel/reader.hpp>

#include <vector>

// load_quads is what a reader has where the machine offers it.
TEST_CASE("four floats a pixel are the planes' colours, whatever the width", "[simd]")
{
    using Arch = husk::simd::best;
    for (int width = 1; width <= 70; ++width) {
        support::guarded<std::uint8_t> source({width, 2}, 3, 0);
        husk::packed<std::uint8_t const> const pixels = source.fill().view();
        husk::reader<husk::packed<std::uint8_t const>> const r{pixels};
        if (!r.has_quads<Arch>()) {
            CHECK(husk::simd::quads_at_once<Arch> == 0);
            continue;
        }
        std::vector<std::byte> bytes(1 << 16);
        husk::arena memory{std::span(bytes)};
        auto const planes = husk::row::take(memory, width, 3);
        std::vector<float> quads(static_cast<std::size_t>(4 * width + 32), -1.f), both(2 * quads.size());
        r.pull_quads<Arch>(0, 2, both.data());
        for (int y = 0; y < 2; ++y) {
            r.pull<Arch>(y, planes);
            r.pull_quads<Arch>(y, 1, quads.data());
            for (int x = 0; x < width; ++x) {
                for (int c = 0; c < 3; ++c)
                    REQUIRE(quads[static_cast<std::size_t>(4 * x + c)] == planes[c][x]);
                REQUIRE(quads[static_cast<std::size_t>(4 * x + 3)] == 0);
                for (int c = 0; c < 4; ++c)
                    REQUIRE(both[static_cast<std::size_t>(8 * x + 4 * y + c)] ==
                            quads[static_cast<std::size_t>(4 * x + c)]);
            }
        }
    }
}

TEST_CASE("only packed pixels of three bytes have quads", "[simd]")
{
    using Arch = husk::simd::best;
    std::uint8_t byte = 0;
    std::uint16_t word = 0;
    CHECK_FALSE(husk::reader<husk::packed<std::uint8_t const>>{{&byte, {1, 1}, 1}}.has_quads<Arch>());
    CHECK_FALSE(husk::reader<husk::planar<std::uint8_t const>>{{&byte, {1, 1}, 3}}.has_quads<Arch>());
    CHECK_FALSE(husk::reader<husk::packed<std::uint16_t const>>{{&word, {1, 1}, 3}}.has_quads<Arch>());
}
