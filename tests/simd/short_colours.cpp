// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <husk/simd/arch.hpp>
#include <husk/simd/short_arithmetic.hpp>
#include <husk/simd/short_colours.hpp>

#include <algorithm>
#include <vector>

TEMPLATE_TEST_CASE("levels of colours are changed, and those out of range become the next byte", "[simd]",
                   husk::simd::best, husk::simd::scalar)
{
    using husk::simd::all_shorts;
    constexpr auto n = std::size_t{husk::simd::colours_at_once<TestType>};
    for (unsigned turn = 0; turn < 40; ++turn) {
        auto const count = turn % 4 * n;
        std::vector<std::uint8_t> from(3 * count), to(3 * count + 1, 7), expected;
        for (std::size_t i = 0; i < from.size(); ++i)
            from[i] = static_cast<std::uint8_t>((i + turn) * 2654435761u >> 9);
        for (std::size_t i = 0; i < from.size(); i += 3)
            for (int const v : {from[i + 2] - 100, from[i] + 100, 2 * from[i + 1]})
                expected.push_back(static_cast<std::uint8_t>(std::clamp(v, 0, 255)));
        auto const change = [](auto const& p) -> husk::simd::short_colours<TestType> {
            return {p.b - all_shorts<TestType>(100), p.r + all_shorts<TestType>(100), p.g + p.g};
        };
        husk::simd::change_colours<TestType>(from.data(), to.data(), static_cast<std::ptrdiff_t>(count),
                                             change);
        CHECK(to.back() == 7);
        to.pop_back();
        CHECK(to == expected);
        husk::simd::change_colours<TestType>(from.data(), from.data(), static_cast<std::ptrdiff_t>(count),
                                             change);
        CHECK(from == expected);
    }
}
