// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <husk/kernel/grey_shorts.hpp>
#include <husk/kernel/short_point.hpp>
#include <husk/simd/arch.hpp>

#include <algorithm>
#include <cmath>
#include <vector>

using bytes = std::vector<std::uint8_t>;

namespace {

/// Of all that is done a number at a time.
auto oracle(bytes const& from, int channels) -> bytes
{
    bytes to = from;
    for (std::size_t i = 0, n = static_cast<std::size_t>(channels); n > 1 && i < from.size(); i += n) {
        auto const weighed = [&](std::uint32_t green_or_blue, std::uint32_t weight) {
            return (256 * green_or_blue + from[i]) * weight >> 16;
        };
        auto const luma_256 = weighed(from[i + 1], 26437) + weighed(from[i + 2], 7471) +
                              from[i] * std::uint32_t{76} + from[i + 1] * std::uint32_t{47};
        to[i] = to[i + 1] = to[i + 2] = static_cast<std::uint8_t>((luma_256 + 129) / 256);
    }
    return to;
}

template <class Arch>
auto grey(bytes const& from, int channels, bool in_place) -> bytes
{
    auto to = in_place ? from : bytes(from.size());
    husk::detail::short_point<Arch, husk::detail::grey_shorts>({})(
        in_place ? to.data() : from.data(), to.data(), static_cast<int>(from.size()) / channels, channels, 0);
    return to;
}

} // namespace

TEST_CASE("every colour of bytes becomes its luma, to within the bound, rounded", "[kernel]")
{
    bytes all(std::size_t{3 * 256 * 256});
    for (std::size_t i = 0; i < all.size(); i += 3) {
        all[i + 1] = static_cast<std::uint8_t>(i / 3 % 256);
        all[i + 2] = static_cast<std::uint8_t>(i / 3 / 256);
    }
    double farthest = 0;
    int others = 0;
    for (int red = 0; red < 256; ++red) {
        for (std::size_t i = 0; i < all.size(); i += 3) all[i] = static_cast<std::uint8_t>(red);
        auto const made = grey<husk::simd::best>(all, 3, false);
        for (std::size_t i = 0; i < all.size(); i += 3) {
            int const sum = 2989 * all[i] + 5870 * all[i + 1] + 1140 * all[i + 2];
            farthest = std::max(farthest, std::abs(made[i] - sum / 1e4));
            others += made[i] != (sum + 5000) / 10000;
        }
    }
    CHECK(farthest <= .5 + husk::detail::grey_shorts::within);
    CHECK(others < 20'000); // of 2^24 colours
}

TEST_CASE("greys stay", "[kernel]")
{
    bytes greys;
    for (int level = 0; level < 256; ++level) greys.insert(greys.end(), 3, static_cast<std::uint8_t>(level));
    CHECK(grey<husk::simd::best>(greys, 3, false) == greys);
}

TEMPLATE_TEST_CASE("bytes become grey at every width, in place too, and alpha stays", "[kernel]",
                   husk::simd::best, husk::simd::scalar)
{
    for (int const channels : {1, 3, 4})
        for (int width = 1; width <= 200; ++width) {
            bytes from(static_cast<std::size_t>(width * channels)); // which ends where the pixels do
            for (std::size_t i = 0; i < from.size(); ++i)
                from[i] = static_cast<std::uint8_t>(i * 2654435761u >> 9);
            auto const expected = oracle(from, channels);
            CHECK(grey<TestType>(from, channels, false) == expected);
            CHECK(grey<TestType>(from, channels, true) == expected);
        }
}
