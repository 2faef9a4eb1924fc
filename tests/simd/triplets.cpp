// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <husk/simd/arch.hpp>
#include <husk/simd/short_arithmetic.hpp>
#include <husk/simd/short_pair.hpp>
#include <husk/simd/triplets.hpp>

#include <vector>

#if XSIMD_WITH_SSE4_1
using arch = husk::simd::triplet_arch<husk::simd::best>;
using triplets = husk::simd::triplets<arch>;
using shorts = husk::simd::shorts<arch>;
using bytes = std::vector<std::uint8_t>;

namespace {

constexpr auto block = static_cast<std::size_t>(triplets::block);

/// A block's bytes, and nothing behind them.
auto some(unsigned turn) -> bytes
{
    bytes v(3 * block);
    for (std::size_t i = 0; i < v.size(); ++i)
        v[i] = static_cast<std::uint8_t>((i + turn) * 2654435761u >> 9);
    return v;
}

/// For each byte of a block, the upper byte of number(half) of its pixel.
template <class F>
auto upper_bytes(std::array<triplets, 2> const& pixels, F number) -> bytes
{
    bytes to(3 * block + 1, 7);
    husk::simd::store_thrice<arch>({number(pixels[0]), number(pixels[1])}, to.data());
    CHECK(to.back() == 7);
    to.pop_back();
    return to;
}

} // namespace

TEST_CASE("a pixel's bytes stand beside each other, and its number's upper byte becomes all three", "[simd]")
{
    auto const from = some(3);
    auto const pixels = triplets::load(from.data());
    auto const green = upper_bytes(pixels, [](triplets const& p) { return p.green_red; });
    auto const blue = upper_bytes(pixels, [](triplets const& p) { return p.blue_red; });
    auto const red = upper_bytes(pixels, [](triplets const& p) { return p.green_red << 8; });
    auto const red_again = upper_bytes(pixels, [](triplets const& p) { return p.blue_red << 8; });
    for (std::size_t i = 0; i < from.size(); ++i) {
        CHECK(red[i] == from[i / 3 * 3]);
        CHECK(green[i] == from[i / 3 * 3 + 1]);
        CHECK(blue[i] == from[i / 3 * 3 + 2]);
    }
    CHECK(red == red_again);
}

TEST_CASE("the same pixels are loaded amid others", "[simd]")
{
    auto const alone = some(5);
    bytes amid(alone.size() + 8, 99);
    std::copy(alone.begin(), alone.end(), amid.begin() + 4);
    auto const a = triplets::load(alone.data()), b = triplets::load_amid(amid.data() + 4);
    for (auto const part : {&triplets::green_red, &triplets::blue_red}) {
        auto const of = [=](triplets const& p) { return p.*part; };
        CHECK(upper_bytes(a, of) == upper_bytes(b, of));
    }
}

TEST_CASE("red and green are weighed and added, and a number stands beneath each byte of its pixel", "[simd]")
{
    std::array<int, 2> const weights[]{{76, 47}, {38, 23}, {-11, 70}, {-128, 0}, {0, 127}, {127, -128}};
    for (auto const& w : weights)
        for (unsigned turn = 0; turn < 20; ++turn) {
            auto const from = some(turn);
            auto const pixels = triplets::load(from.data());
            alignas(64) std::array<std::int16_t, block> memory{};
            husk::simd::triplet_numbers<arch> const numbers(memory.data());
            for (std::size_t half : {0u, 1u}) numbers.store(half, pixels[half].sum(w[0], w[1]));
            for (std::size_t part = 0; part < 3; ++part) {
                auto const below = numbers.beneath(part);
                auto const bits = [](shorts v) { return (v >> 7) & husk::simd::all_shorts<arch>(255); };
                bytes to(block);
                husk::simd::short_pair<arch>{bits(below[0]), bits(below[1])}.store(to.data());
                for (std::size_t i = 0; i < block; ++i) {
                    auto const* const p = &from[(part * block + i) / 3 * 3];
                    int const sum = w[0] * p[0] + w[1] * p[1];
                    CHECK(to[i] == (sum >> 7 & 255));
                }
            }
        }
}
#else
TEST_CASE("this instruction set has no triplets", "[simd]")
{
    CHECK(!husk::simd::has_triplets<husk::simd::best>);
}
#endif
