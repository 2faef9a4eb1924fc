// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <husk/kernel/grey_bytes.hpp>
#include <husk/simd/arch.hpp>

#include <cstring>
#include <numeric>
#include <vector>

using bytes = std::vector<std::uint8_t>;

namespace {

/// Colours, their lumas, and bytes of these.
auto oracle(bytes const& from, int channels) -> bytes
{
    using husk::simd::best;
    auto const width = static_cast<int>(from.size()) / channels;
    auto const plane = husk::row::padded(width);
    std::vector<float> colours(static_cast<std::size_t>(plane * channels));
    husk::row const r{colours.data(), plane, width, channels};
    husk::unpack<best>(husk::packed<std::uint8_t const>{from.data(), {width, 1}, channels}, 0, 0, r);
    using V = husk::simd::real<husk::simd::scalar>; // of floats a compiler may fuse products with sums
    for (int x = 0; channels > 1 && x < width; ++x) {
        V const grey = husk::luma(husk::rgb<V>{V::load(r[0] + x), V::load(r[1] + x), V::load(r[2] + x)});
        for (int c = 0; c < 3; ++c) grey.store(r[c] + x);
    }
    bytes to(from.size());
    husk::pack<best>(r, husk::packed<std::uint8_t>{to.data(), {width, 1}, channels}, 0);
    return to;
}

template <class Arch>
auto grey(bytes const& from, int channels, bool in_place) -> bytes
{
    auto to = in_place ? from : bytes(from.size());
    husk::detail::grey_bytes<Arch>{}(in_place ? to.data() : from.data(), to.data(),
                                     static_cast<int>(from.size()) / channels, channels, 0);
    return to;
}

} // namespace

TEST_CASE("every colour of bytes becomes its luma, rounded as colours are", "[kernel]")
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
