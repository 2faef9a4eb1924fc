// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "support.hpp"

#include <husk/kernel/channel_sums.hpp>
#include <husk/simd/arch.hpp>

using totals = std::array<std::int64_t, 3>;

namespace {

template <class Arch>
auto sums_of(husk::packed<std::uint8_t const> v) -> totals
{
    husk::detail::channel_sums<Arch> sums;
    for (int y = 0; y < v.size.height; ++y) sums.add(v.row(y), v.size.width);
    return sums.totals();
}

} // namespace

TEST_CASE("channels are summed at every width", "[kernel]")
{
    for (int width = 1; width <= 200; ++width) {
        auto const source = support::numbered({width, 5});
        auto const v = husk::detail::as_const(source.view());
        totals expected{};
        for (int y = 0; y < 5; ++y)
            for (int x = 0; x < width; ++x)
                for (int c = 0; c < 3; ++c) expected[static_cast<std::size_t>(c)] += v(x, y, c);
        CHECK(sums_of<husk::simd::best>(v) == expected);
        CHECK(sums_of<husk::simd::scalar>(v) == expected);
    }
}

TEST_CASE("sums of many white pixels do not overflow, and may be asked for twice", "[kernel]")
{
    for (auto const size : {husk::extent{32 * 257, 3}, husk::extent{33 * 300, 2}, husk::extent{32, 1000}}) {
        husk::image<std::uint8_t> white(size);
        std::fill_n(white.data(), white.elements(), std::uint8_t{255});
        auto const v = husk::detail::as_const(white.view());
        auto const all = 255 * size.area();
        CHECK(sums_of<husk::simd::best>(v) == totals{all, all, all});
    }
    husk::detail::channel_sums<husk::simd::best> sums;
    std::array<std::uint8_t, 6> const pixels{1, 2, 3, 10, 20, 30};
    sums.add(pixels.data(), 2);
    CHECK(sums.totals() == totals{11, 22, 33});
    sums.add(pixels.data(), 1);
    CHECK(sums.totals() == totals{12, 24, 36});
}
