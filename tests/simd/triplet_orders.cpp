// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <husk/simd/triplet_orders.hpp>

#include <numeric>
#include <vector>

using bytes = std::vector<std::size_t>; // what stands in a register's bytes, as numbers of what it came from

namespace {

/// Each 16 bytes in the order that is given for them.
template <class Order>
auto shuffled(bytes const& from, Order const& order) -> bytes
{
    bytes to(from.size());
    for (std::size_t i = 0; i < to.size(); ++i) to[i] = from[i / 16 * 16 + order[i]];
    return to;
}

} // namespace

TEMPLATE_TEST_CASE_SIG("a pixel's bytes come to the lane that is its place", "[simd]",
                       ((std::size_t Sixteens), Sixteens), 1, 2)
{
    using orders = husk::simd::detail::triplet_orders<Sixteens>;
    constexpr orders o;
    for (std::size_t half = 0; half < 2; ++half) {
        // Memory begins four bytes before a block, and is numbered from there.
        auto const from = [&](std::size_t begin) {
            bytes v(orders::block);
            std::iota(v.begin(), v.end(), 3 * orders::half * half + begin);
            return v;
        };
        auto const a = shuffled(from(Sixteens == 2 ? 0 : 4), o.before);
        auto const b = shuffled(from(Sixteens == 2 ? 24 : 12), o.behind);
        for (std::size_t pixel = 0; pixel < orders::half; ++pixel) {
            auto const lane = orders::place(half * orders::half + pixel) - half * orders::half;
            auto const sixteen = 2 * lane / 16 * 16, in = 2 * lane % 16, other = (in + 8) % 16;
            auto const& v = in < 8 ? a : b;
            auto const red = 4 + 3 * (half * orders::half + pixel);
            CHECK((v[sixteen + in] == red && v[sixteen + in + 1] == red + 1));
            CHECK((v[sixteen + other] == red && v[sixteen + other + 1] == red + 2));
        }
    }
}

TEMPLATE_TEST_CASE_SIG("a byte for each pixel comes to all three of it", "[simd]",
                       ((std::size_t Sixteens), Sixteens), 1, 2)
{
    using orders = husk::simd::detail::triplet_orders<Sixteens>;
    constexpr orders o;
    bytes pixels(orders::block);
    for (std::size_t p = 0; p < orders::block; ++p) pixels[orders::place_of_byte(p)] = p;
    for (std::size_t part = 0; part < 3; ++part) {
        auto fours = pixels;
        for (std::size_t i = 0; Sixteens == 2 && i < fours.size(); ++i)
            fours[i] = pixels[4 * static_cast<std::size_t>(o.fours[part][i / 4]) + i % 4];
        auto const to = shuffled(fours, o.thrice[part]);
        for (std::size_t i = 0; i < to.size(); ++i) CHECK(to[i] == (part * orders::block + i) / 3);
    }
}

TEMPLATE_TEST_CASE_SIG("a number for each pixel comes beneath each of its bytes", "[simd]",
                       ((std::size_t Sixteens), Sixteens), 1, 2)
{
    using orders = husk::simd::detail::triplet_orders<Sixteens>;
    constexpr orders o;
    std::vector<std::size_t> memory(orders::block);
    for (std::size_t p = 0; p < orders::block; ++p) memory[orders::place(p)] = p;
    for (std::size_t i = 0; i < 6; ++i) {
        auto const& w = o.beneath[i];
        REQUIRE(w.begin + (w.same ? 8 : orders::half) <= memory.size());
        bytes loaded;
        for (std::size_t j = 0; j < orders::half; ++j) {
            auto const number = memory[w.begin + (w.same ? j % 8 : j)];
            loaded.insert(loaded.end(), {2 * number, 2 * number + 1});
        }
        auto const to = shuffled(loaded, w.order);
        for (std::size_t j = 0; j < orders::half; ++j) {
            auto const byte = i / 2 * orders::block + j / 8 * 16 + i % 2 * 8 + j % 8;
            CHECK((to[2 * j] == byte / 3 * 2 && to[2 * j + 1] == byte / 3 * 2 + 1));
        }
    }
}
