// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "kernel/searched.hpp"

#include <husk/kernel/lane_pictures.hpp>

namespace {

/// Unit k of a row that begins at x holds the elements from k * Count on, of pixels `step` apart.
template <class Element, int Count>
void check(int channels, int step)
{
    support::searched const s({{23, 4}, {9, 3}}, channels);
    husk::workspace room;
    husk::arena count;
    using pictures = husk::detail::lane_pictures<Element, Count>;
    pictures(count, s.sizes, channels, step);
    auto memory = room.fit(count.used());
    pictures p(memory, s.sizes, channels, step);
    for (std::size_t e = 0; e < 2; ++e)
        for (int y = 0; y < s.sizes[e].height; ++y)
            p.template put_row<husk::simd::scalar>(e, y, [&](Element* to) {
                for (int x = 0; x < s.sizes[e].width; ++x)
                    for (int c = 0; c < channels; ++c) *to++ = s.level(e, x, y, c);
            });
    p.template finish<husk::simd::scalar>();
    for (std::size_t e = 0; e < 2; ++e)
        for (int y = 0; y < s.sizes[e].height; ++y)
            for (int x = 0; x < s.sizes[e].width; ++x)
                for (int k = 0; k < 6; ++k) {
                    Element seen[std::size_t{Count}];
                    if (x + k * Count / channels * step >= s.sizes[e].width) continue;
                    std::memcpy(seen, p.units(e) + y * p.pitch(e) + x + p.offset(e, k), sizeof seen);
                    for (int i = 0; i < Count; ++i) {
                        int const element = k * Count + i, column = x + element / channels * step;
                        if (column < s.sizes[e].width)
                            REQUIRE(seen[i] == s.level(e, column, y, element % channels));
                    }
                }
}

} // namespace

TEST_CASE("a lane sees a row from where it begins", "[kernel]")
{
    for (int const channels : {1, 3, 4})
        for (int const step : {1, 2, 4}) {
            check<std::uint8_t, 8>(channels, step);
            check<std::int16_t, 2>(channels, step);
        }
}
