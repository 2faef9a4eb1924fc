// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <husk/kernel/grey_shorts.hpp>
#include <husk/kernel/short_point.hpp>
#include <husk/simd/arch.hpp>

#include <cstring>
#include <vector>

using bytes = std::vector<std::uint8_t>;

namespace {

/// 10^4 lumas, divided, and halves up.
auto oracle(bytes const& from, int channels) -> bytes
{
    bytes to = from;
    for (std::size_t i = 0, n = static_cast<std::size_t>(channels); n > 1 && i < from.size(); i += n) {
        int const sum = 2989 * from[i] + 5870 * from[i + 1] + 1140 * from[i + 2];
        to[i] = to[i + 1] = to[i + 2] = static_cast<std::uint8_t>((2 * sum + 10000) / 20000);
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

TEST_CASE("every colour of bytes becomes its luma, and halves are rounded up", "[kernel]")
{
    bytes all(std::size_t{3 * 256 * 256});
    for (std::size_t i = 0; i < all.size(); i += 3) {
        all[i + 1] = static_cast<std::uint8_t>(i / 3 % 256);
        all[i + 2] = static_cast<std::uint8_t>(i / 3 / 256);
    }
    int wrong = 0;
    for (int red = 0; red < 256; ++red) {
        for (std::size_t i = 0; i < all.size(); i += 3) all[i] = static_cast<std::uint8_t>(red);
        wrong += grey<husk::simd::best>(all, 3, false) != oracle(all, 3);
    }
    CHECK(wrong == 0);
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
