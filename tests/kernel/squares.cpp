// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <husk/kernel/squares.hpp>
#include <husk/rng/stream.hpp>
#include <husk/simd/arch.hpp>

#include <vector>

using husk::detail::spots, husk::detail::texels, husk::detail::texture;

TEST_CASE("squares of pixels are weighed as texels are, to the bit", "[kernel]")
{
    using Arch = husk::simd::best;
    using V = husk::simd::real<Arch>;
    if constexpr (husk::detail::has_squares<Arch, std::uint8_t, 2, 3>) {
        constexpr int side = 19, pitch = 3 * side;
        std::vector<std::uint8_t> memory(side * pitch); // a sanitizer knows where it ends
        husk::stream g(husk::key{.seed = 6});
        for (auto& b : memory) b = static_cast<std::uint8_t>(g.bits());
        texture<std::uint8_t> const from{memory.data(), {side, side}, pitch};
        for (int round = 0; round < 200; ++round) {
            spots s{};
            for (std::size_t i = 0; i < spots::count; ++i) {
                s.left[i] = static_cast<int>(g.below(side - husk::detail::square_reads.width + 1));
                s.top[i] = static_cast<int>(g.below(side - husk::detail::square_reads.height + 1));
                s.right_of[i] = g.below(8) ? g.unit() : 0;
                s.below[i] = g.below(8) ? g.unit() : 1; // a place just before a pixel is rounded to it
            }
            auto const o = husk::detail::offsets::of<Arch>(s, pitch, 3);
            texels<std::uint8_t, 2, 3> t;
            t.fetch_inside<Arch>(from, s, spots::count);
            for (std::size_t i = 0; i < spots::count; i += V::lanes) {
                auto const p = husk::detail::weighed_squares<Arch>(from, s, o, i);
                auto const expected = husk::detail::weighed<Arch, std::uint8_t, 2, 3>(
                    V::load(s.right_of.data() + i), V::load(s.below.data() + i),
                    [&](std::size_t tap) { return t.colours<Arch, true>(tap, i, {}); });
                for (std::size_t c = 0; c < 3; ++c) {
                    std::array<float, V::lanes> a{}, b{};
                    p[c].store(a.data());
                    expected[c].store(b.data());
                    REQUIRE(a == b);
                }
            }
        }
    } else SUCCEED("no squares");
}

TEST_CASE("only three bytes a pixel, two pixels wide, are squares", "[kernel]")
{
    using husk::detail::has_squares, husk::simd::best;
    CHECK_FALSE(has_squares<best, std::uint8_t, 2, 4>);
    CHECK_FALSE(has_squares<best, std::uint8_t, 4, 3>);
    CHECK_FALSE(has_squares<best, std::uint16_t, 2, 3>);
    CHECK_FALSE(has_squares<husk::simd::scalar, std::uint8_t, 2, 3>);
}
