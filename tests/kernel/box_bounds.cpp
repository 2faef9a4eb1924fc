// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "kernel/searched.hpp"

#include <husk/kernel/box_bounds.hpp>

using husk::detail::box_bounds, husk::detail::near_distances, husk::detail::near_squares,
    husk::detail::overlap_parts;

namespace {

/// The sums of the channels over side x side pixels from (x, y) on, of those that are there.
template <class Level>
auto box_of(int x, int y, int side, husk::extent whole, int channels, Level const& level)
    -> std::array<int, 4>
{
    std::array<int, 4> sums{};
    for (int j = y; j < std::min(y + side, whole.height); ++j)
        for (int i = x; i < std::min(x + side, whole.width); ++i)
            for (int c = 0; c < channels; ++c) sums[static_cast<std::size_t>(c)] += level(i, j, c);
    return sums;
}

/// Bounds beside costs: never more; and where a box is a pixel, the costs.
template <class Arch, class Measure>
void check(support::searched& s, int side, int width, int box, int elements)
{
    box_bounds<Measure> bounds = s.build<box_bounds<Measure>>(elements, side, width, box);
    bounds.template fill<Arch>([&](std::size_t e, int y, auto* to) {
        for (int x = 0; x < s.sizes[e].width; ++x) {
            auto const sums = box_of(x, y, box, s.sizes[e], s.channels,
                                     [&](int i, int j, int c) { return int{s.level(e, i, j, c)}; });
            for (int c = 0; c < elements; ++c)
                *to++ = bounds.template of_box<Arch>(sums[static_cast<std::size_t>(c)]);
        }
    });
    support::over_each_overlap([&](bool left, bool top) {
        overlap_parts const o(s.block, width, left, top);
        auto const exact = s.slow(width, left, top, [](std::uint64_t d) {
            return std::is_same_v<Measure, near_squares> ? d * d : d;
        });
        std::vector<typename Measure::cost> found(exact.size(), 77);
        bounds.template write<Arch>(
            s.block, o,
            [&](std::size_t part, husk::rect const& r) {
                auto const at = o.parts[part].at + r.at;
                return box_of(at.x, at.y, box, s.block, s.channels,
                              [&](int i, int j, int c) { return int{s.laid(i, j, c)}; });
            },
            found);
        std::size_t wrong = 0;
        for (std::size_t i = 0; i < exact.size(); ++i)
            wrong += box == 1 ? found[i] != exact[i] : found[i] > exact[i];
        REQUIRE(wrong == 0);
    });
}

} // namespace

TEMPLATE_TEST_CASE("boxes bound the cost of every place from below", "[kernel]", husk::simd::best,
                   husk::simd::scalar)
{
    for (int const channels : {1, 3, 4})
        for (int const box : {1, 2, 4})
            for (auto const& [side, width] : {std::pair{9, 4}, {16, 5}, {20, 8}}) {
                support::searched s({{side + 11, side + 3}, {side, side + 9}}, channels, true);
                for (bool const near : {false, true}) { // where all is nearly alike, rounding counts most
                    near ? s.lay({side, side}, 0) : s.lay_two({side, side - 1});
                    check<TestType, near_distances>(s, side, width, box, channels);
                    check<TestType, near_distances>(s, side, width, box, 4);
                    check<TestType, near_squares>(s, side, width, box, channels);
                }
            }
}
