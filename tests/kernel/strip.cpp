// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "kernel/looked_at.hpp"

using husk::detail::guide, husk::detail::strip;

namespace {

void check_samples(strip const& s, int channels)
{
    for (int chunk = 0; chunk < s.chunks(); ++chunk)
        for (int i = 0; i < s.rows(); ++i)
            for (int k = 0; k < strip::per_chunk; ++k) {
                auto const column = (chunk * strip::per_chunk + k) * guide::sparse;
                std::uint32_t word = 0;
                for (int c = channels - 1; c >= 0 && column < s.width(); --c)
                    word = word << 8 | static_cast<std::uint32_t>(s.plane(c)[s.row(i) * s.pitch() + column]);
                REQUIRE(s.masks(chunk, i)[k] == (column < s.width() ? ~0u : 0u));
                REQUIRE((s.samples(chunk, i)[k] & s.masks(chunk, i)[k]) == word);
            }
}

} // namespace

TEST_CASE("a strip holds the levels, edges and samples of what is laid, at any length it is given",
          "[kernel]")
{
    for (int const channels : {1, 3, 4})
        for (int const width : {2, 3, 15, 16, 17, 32, 40}) {
            support::looked_at look({{20, 30}, {11, 12}}, channels);
            strip s(look.memory, 0, 37, width, channels);
            for (int const length : {37, 1, 2, 9, 36}) { // shorter and longer than before
                auto const laid = support::random_strip(look, 0, length, width);
                s.lay<husk::simd::best>(look.guide, length, [&](int r, int j) { return laid.owner(r, j); });
                REQUIRE(s.length() == length);
                REQUIRE(s.width() == width);
                REQUIRE(s.pitch() > width);
                for (int r = 0; r < length; ++r)
                    for (int j = 0; j < width; ++j) {
                        auto const o = look.numbered(laid.owner(r, j));
                        for (int c = 0; c < channels; ++c)
                            REQUIRE(s.plane(c)[r * s.pitch() + j] == look.level(o.e, o.at, c));
                        if (j == 0) continue;
                        auto const before = look.numbered(laid.owner(r, j - 1));
                        REQUIRE(s.edges()[r * s.pitch() + j] ==
                                look.distance(o.e, o.at, before.e, before.at));
                    }
                REQUIRE(s.rows() >= 1);
                REQUIRE(s.row(s.rows() - 1) < length);
                check_samples(s, channels);
            }
        }
}
