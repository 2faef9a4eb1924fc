// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "support.hpp"

#include <husk/kernel/erase.hpp>
#include <husk/simd/arch.hpp>

#include <cmath>
#include <vector>

TEST_CASE("a box is painted, row by row, and nothing else", "[kernel]")
{
    for (int const channels : {1, 3, 4})
        for (int y = 0; y < 6; ++y) {
            std::vector<float> memory(400, .5f);
            husk::row const r{memory.data(), 64, 10, channels};
            husk::detail::erase<husk::simd::scalar>({{3, 2}, {4, 3}}, {.1f, .2f, .3f}, r, y);
            for (int c = 0; c < channels; ++c)
                for (int x = 0; x < 64; ++x) {
                    bool const inside = x >= 3 && x < 7 && y >= 2 && y < 5 && c < 3;
                    CHECK(r[c][x] == (inside ? static_cast<float>(c + 1) / 10 : .5f));
                }
        }
}

TEST_CASE("a box is painted over bytes as over colours", "[kernel]")
{
    husk::detail::erased_bytes<husk::simd::best> const erase{{{3, 2}, {4, 3}}, {10, 20, 30, 255}};
    for (int const channels : {1, 3, 4})
        for (int y = 0; y < 6; ++y)
            for (bool const in_place : {false, true}) {
                std::vector<std::uint8_t> from(static_cast<std::size_t>(10 * channels), 7),
                    to(from.size(), 9);
                erase((in_place ? to = from : from).data(), to.data(), 10, channels, y);
                for (int x = 0; x < 10; ++x)
                    for (int c = 0; c < channels; ++c) {
                        bool const inside = x >= 3 && x < 7 && y >= 2 && y < 5 && c < 3;
                        CHECK(to[static_cast<std::size_t>(x * channels + c)] == (inside ? 10 * (c + 1) : 7));
                    }
            }
}

TEST_CASE("a box is painted over a whole image as row by row", "[kernel]")
{
    for (int const gap : {0, 5})
        for (auto const& box : {husk::rect{{3, 2}, {40, 4}}, husk::rect{{0, 5}, {50, 1}}, husk::rect{}}) {
            husk::detail::erased_bytes<husk::simd::best> const erase{box, {10, 20, 30, 255}};
            support::guarded<std::uint8_t> from({50, 6}, 3, gap), whole({50, 6}, 3, gap), rows({50, 6});
            from.fill();
            erase.all(husk::packed<std::uint8_t const>(from.view()), whole.view());
            for (int y = 0; y < 6; ++y) erase(from.view().row(y), rows.view().row(y), 50, 3, y);
            CHECK(support::same_pixels(whole.view(), rows.view()));
            CHECK(whole.intact());
        }
}

TEST_CASE("a colour to paint with is finite", "[kernel]")
{
    using support::contains, support::message_of;
    auto const attempt = [](float c) {
        return message_of([c] { husk::detail::require_colour("it", {0, c, 0}); });
    };
    CHECK(attempt(-3).empty());
    CHECK(contains(attempt(std::nanf("")), "it is nan"));
    CHECK(contains(attempt(INFINITY), "it is inf"));
}
