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
