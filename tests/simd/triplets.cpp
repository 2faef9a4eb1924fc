// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <husk/simd/arch.hpp>
#include <husk/simd/short_arithmetic.hpp>
#include <husk/simd/short_pair.hpp>
#include <husk/simd/triplets.hpp>

#include <vector>

#if XSIMD_WITH_SSE4_1
using husk::simd::best;
using bytes = std::vector<std::uint8_t>;

namespace {

constexpr auto pixels = static_cast<std::size_t>(husk::simd::triplets<best>::pixels);

auto some(unsigned turn) -> bytes
{
    bytes v(3 * pixels);
    for (std::size_t i = 0; i < v.size(); ++i)
        v[i] = static_cast<std::uint8_t>((i + turn) * 2654435761u >> 9);
    return v;
}

} // namespace

TEST_CASE("pixels of three bytes are stored as they are loaded, and nothing else is touched", "[simd]")
{
    auto const from = some(0);
    bytes to(from.size() + 1, 7);
    husk::simd::triplets<best>::load(from.data()).store(to.data());
    CHECK(to.back() == 7);
    to.pop_back();
    CHECK(to == from);
}

TEST_CASE("a pixel's bytes are weighed and added, and the sum stands beneath each of them", "[simd]")
{
    std::array<int, 3> const weights[]{{30, 58, 11}, {-11, 70, 40}, {33, 17, -52}, {-128, 0, 0},
                                       {0, 127, 0},  {0, 0, -128},  {0, 0, 127},   {127, -128, 1}};
    for (auto const& w : weights)
        for (unsigned turn = 0; turn < 20; ++turn) {
            auto const from = some(turn);
            auto const all = husk::simd::triplets<best>::load(from.data());
            auto const sums = husk::simd::triplet_pairs<best>(all).sums(w[0], w[1], w[2]);
            auto const part = [](std::array<husk::simd::shorts<best>, 2> const& two) {
                auto const bits = [](auto v) { return (v >> 7) & husk::simd::all_shorts<best>(255); };
                return husk::simd::short_pair<best>{bits(two[0]), bits(two[1])}.bytes();
            };
            bytes to(from.size()), expected;
            husk::simd::triplets<best>{{part(sums.template beneath<0>()), part(sums.template beneath<1>()),
                                        part(sums.template beneath<2>())}}
                .store(to.data());
            for (std::size_t i = 0; i < from.size(); i += 3) {
                int const sum = w[0] * from[i] + w[1] * from[i + 1] + w[2] * from[i + 2];
                for (int k = 0; k < 3; ++k) expected.push_back(static_cast<std::uint8_t>(sum >> 7 & 255));
            }
            CHECK(to == expected);
        }
}

TEST_CASE("a byte for each pixel becomes all three of it", "[simd]")
{
    auto const from = some(3);
    auto const all = husk::simd::triplets<best>::load(from.data());
    auto const red = husk::simd::triplet_pairs<best>(all).sums(1, 0, 0).half;
    bytes to(from.size());
    husk::simd::triplets<best>::thrice(husk::simd::short_pair<best>{red[0], red[1]}.bytes()).store(to.data());
    for (std::size_t i = 0; i < from.size(); ++i) CHECK(to[i] == from[i / 3 * 3]);
}
#else
TEST_CASE("this instruction set has no triplets", "[simd]")
{
    CHECK(!husk::simd::has_triplets<husk::simd::best>);
}
#endif
