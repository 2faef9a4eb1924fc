// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <husk/kernel/along_bytes.hpp>
#include <husk/rng/stream.hpp>
#include <husk/simd/arch.hpp>

#include <vector>

namespace {

using Arch = husk::simd::best;

/// Memory for what is taken from arenas.
struct store {
    std::vector<std::byte> memory = std::vector<std::byte>(std::size_t{1} << 20);
    husk::arena arena{std::span(memory)};
};

/// The sum over even taps, and the one over odd taps, in floats, as the definition has them.
auto expected(husk::taps const& x, std::vector<std::uint8_t> const& bytes, int pixel, int channel) -> float
{
    using V = husk::simd::real<husk::simd::scalar>;
    V sums[2] = {0.f, 0.f};
    for (int k = 0; k < x.count; ++k) {
        auto const at =
            static_cast<std::size_t>(3 * (x.first[static_cast<std::size_t>(pixel)] + k) + channel);
        V const colour = static_cast<float>(bytes[at]) / 255.f;
        V& sum = sums[k % 2];
        sum = sum + V(x.weights[static_cast<std::size_t>(pixel * x.count + k)]) * colour;
    }
    return (sums[0] + sums[1]).value;
}

template <std::size_t Rows>
void compare(husk::axis const& a, husk::filter f, bool antialias, husk::stream& g)
{
    store s;
    auto const x = husk::lay_taps<Arch>(a, f, antialias, s.arena);
    auto const along = husk::along_bytes::take(x, a.out, a.limit, s.arena);
    if constexpr (husk::simd::loads_neighbours<Arch>)
        if (along.is_faster<Arch>()) {
            std::array<std::vector<std::uint8_t>, 2> bytes; // nothing beyond the pixels may be read
            for (auto& b : bytes) b.resize(static_cast<std::size_t>(3 * a.limit));
            for (auto& row : bytes)
                for (auto& b : row) b = static_cast<std::uint8_t>(g.bits());
            std::array const to{husk::row::take(s.arena, a.out, 3), husk::row::take(s.arena, a.out, 3)};
            along.operator()<Arch, Rows>({bytes[0].data(), bytes[1].data()}, to);
            for (std::size_t r = 0; r < Rows; ++r)
                for (int c = 0; c < 3; ++c)
                    for (int i = 0; i < a.out; ++i) REQUIRE(to[r][c][i] == expected(x, bytes[r], i, c));
        }
}

} // namespace

TEST_CASE("bytes are resampled along as four floats a pixel are", "[kernel]")
{
    husk::stream g(husk::key{.seed = 2});
    for (auto const f : {husk::filter::bilinear, husk::filter::bicubic, husk::filter::lanczos})
        for (bool const antialias : {false, true})
            for (int const limit : {2, 3, 4, 5, 9, 31, 64, 200})
                for (int const out : {1, 7, 8, 16, 33, 64, 131}) {
                    husk::axis const all{0, static_cast<double>(limit), out, limit};
                    compare<1>(all, f, antialias, g);
                    compare<2>({limit * .3, limit * .6, out, limit}, f, antialias, g);
                }
}

TEST_CASE("a single tap is not resampled in pairs, nor are very many", "[kernel]")
{
    store s;
    for (auto const& [out, f] : {std::pair(20, husk::filter::nearest), std::pair(3, husk::filter::lanczos)}) {
        auto const x = husk::lay_taps<Arch>({0, 90, out, 90}, f, true, s.arena);
        CHECK_FALSE(husk::along_bytes::take(x, out, 90, s.arena).is_faster<Arch>());
    }
    CHECK_FALSE(husk::along_bytes{}.is_faster<Arch>());
    CHECK_FALSE(husk::along_bytes{}.is_faster<husk::simd::scalar>());
}
