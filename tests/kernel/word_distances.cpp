// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <husk/kernel/word_distances.hpp>
#include <husk/rng/stream.hpp>

#include <cstdlib>
#include <vector>

using husk::extent, husk::point, husk::detail::word_distances, husk::detail::word_rows;

namespace {

/// Random words; past the last a register may be read.
struct scattered {
    std::ptrdiff_t pitch = 77;
    std::vector<std::uint32_t> words = std::vector<std::uint32_t>(77 * 40 + 64);

    explicit scattered(std::uint64_t seed)
    {
        husk::stream luck(husk::key{.seed = seed});
        for (auto& w : words) w = luck.below(3) == 0 ? 0xffffffffu * luck.below(2) : luck.bits();
    }
    auto rows(point p) const -> word_rows<std::uint32_t const>
    {
        return word_rows<std::uint32_t const>{words.data(), pitch}.from(p);
    }
};

auto slow(word_rows<std::uint32_t const> a, word_rows<std::uint32_t const> b, extent size) -> std::uint32_t
{
    std::uint32_t sum = 0;
    for (int y = 0; y < size.height; ++y)
        for (int x = 0; x < size.width; ++x)
            for (int shift = 0; shift < 32; shift += 8)
                sum += static_cast<std::uint32_t>(std::abs(static_cast<int>(a.row(y)[x] >> shift & 255) -
                                                           static_cast<int>(b.row(y)[x] >> shift & 255)));
    return sum;
}

template <class Arch, int Side>
void check(extent first, extent second)
{
    scattered const a(1), b(2);
    word_distances<Arch, Side> d;
    d.add(a.rows({1, 2}), b.rows({5, 0}), first);
    d.add(a.rows({0, 9}), b.rows({2, 7}), second);
    for (int y = 0; y < Side; ++y)
        for (int x = 0; x < Side; ++x)
            REQUIRE(d.total(x, y) == slow(a.rows({1 + x, 2 + y}), b.rows({5, 0}), first) +
                                         slow(a.rows({x, 9 + y}), b.rows({2, 7}), second));
}

} // namespace

TEMPLATE_TEST_CASE("words differ from places side by side as plain loops find", "[kernel]", husk::simd::best,
                   husk::simd::scalar)
{
    for (int width = 0; width <= 70; ++width)
        for (int const height : {0, 1, 2, 5, 16}) {
            check<TestType, 1>({width, height}, {4, height});
            check<TestType, 3>({width, height}, {8, height});
        }
}
