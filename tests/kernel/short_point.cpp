// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <husk/kernel/saturated_shorts.hpp>
#include <husk/kernel/short_point.hpp>
#include <husk/simd/arch.hpp>

#include <vector>

namespace {

using bytes = std::vector<std::uint8_t>;

template <class Arch>
auto changed(bytes const& from, int channels, bool in_place) -> bytes
{
    auto to = in_place ? from : bytes(from.size());
    husk::detail::short_point<Arch, husk::detail::saturated_shorts> const k(
        husk::detail::saturated_shorts{1.7f});
    k(in_place ? to.data() : from.data(), to.data(), static_cast<int>(from.size()) / channels, channels, 0);
    return to;
}

} // namespace

TEST_CASE("bytes are changed at every width, in place too, and alpha and grey images stay", "[kernel]")
{
    using husk::simd::best, husk::simd::scalar;
    for (int const channels : {1, 3, 4})
        for (int width = 1; width <= 200; ++width) {
            bytes from(static_cast<std::size_t>(width * channels)); // which ends where the pixels do
            for (std::size_t i = 0; i < from.size(); ++i)
                from[i] = static_cast<std::uint8_t>(i * 2654435761u >> 9);
            auto const expected = changed<scalar>(from, channels, false);
            CHECK((expected == from) == (channels == 1));
            if (channels == 4)
                for (std::size_t i = 3; i < from.size(); i += 4) CHECK(expected[i] == from[i]);
            CHECK(changed<scalar>(from, channels, true) == expected);
            CHECK(changed<best>(from, channels, false) == expected);
            CHECK(changed<best>(from, channels, true) == expected);
        }
}

TEST_CASE("a whole image is changed as its rows are, with gaps and without", "[kernel]")
{
    using best = husk::simd::best;
    husk::detail::short_point<best, husk::detail::saturated_shorts> const k(
        husk::detail::saturated_shorts{.3f});
    for (int const gap : {0, 1, 7})
        for (int width = 1; width <= 70; ++width) {
            constexpr int height = 3;
            auto const pitch = static_cast<std::size_t>(3 * width + gap);
            bytes from(pitch * height), to(from.size(), 7), expected(to);
            for (std::size_t i = 0; i < from.size(); ++i)
                from[i] = static_cast<std::uint8_t>(i * 2654435761u >> 9);
            for (std::size_t y = 0; y < height; ++y)
                k(&from[y * pitch], &expected[y * pitch], width, 3, static_cast<int>(y));
            auto const step = static_cast<std::ptrdiff_t>(pitch);
            k.all({from.data(), {width, height}, 3, step}, {to.data(), {width, height}, 3, step});
            CHECK(to == expected);
        }
}
