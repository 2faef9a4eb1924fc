// SPDX-License-Identifier: MIT
#include "transform/colours.hpp"

#include <husk/kernel/extremes.hpp>

namespace {

template <class Arch>
auto range(std::vector<float> values, int width) -> husk::interval<float>
{
    values.resize(128, 100.f); // what follows a row must not count
    husk::extremes<Arch> e;
    e.add(values.data(), width);
    return e.range();
}

} // namespace

TEMPLATE_TEST_CASE("extremes are those of the values, wherever they stand", "[kernel]", husk::simd::scalar,
                   husk::simd::best)
{
    for (int width = 2; width <= 65; ++width)
        for (int at = 0; at + 1 < width; ++at) {
            std::vector<float> values(static_cast<std::size_t>(width), .5f);
            values[static_cast<std::size_t>(at)] = -.25f;
            values[static_cast<std::size_t>(at + 1)] = 1.5f;
            CHECK(range<TestType>(values, width) == husk::interval{-.25f, 1.5f});
        }
}

TEMPLATE_TEST_CASE("extremes leave NaN out, and infinity within 8", "[kernel]", husk::simd::scalar,
                   husk::simd::best)
{
    using colours::nan, colours::infinity;
    CHECK(range<TestType>({nan, .5f, nan, .75f, nan}, 5) == husk::interval{.5f, .75f});
    CHECK(range<TestType>({infinity, -infinity}, 2) == husk::interval{-8.f, 8.f});
    auto const nothing = range<TestType>({nan}, 1);
    CHECK(nothing.low > nothing.high);
}

TEST_CASE("extremes of bytes are those of their colours", "[kernel]")
{
    for (int width = 1; width <= 99; ++width) {
        auto source =
            colours::picture<std::uint8_t, husk::packed>({width, 3}, 3, static_cast<unsigned>(width));
        auto const v = husk::detail::as_const(source.view());
        husk::workspace memory;
        auto room = memory.fit(1 << 20);
        using husk::content;
        husk::chain<husk::simd::best, husk::packed<std::uint8_t const>> c(v, content::colours, room);
        auto const found = husk::colour_extremes(c);
        for (int i = 0; i < 3; ++i) {
            float low = 1, high = 0;
            for (int y = 0; y < 3; ++y)
                for (int x = 0; x < width; ++x) {
                    low = std::min(low, static_cast<float>(v(x, y, i)) / 255);
                    high = std::max(high, static_cast<float>(v(x, y, i)) / 255);
                }
            REQUIRE(found[static_cast<std::size_t>(i)] == husk::interval{low, high});
        }
    }
}
