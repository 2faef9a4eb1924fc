// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <husk/rng/stream.hpp>
#include <husk/simd/arch.hpp>
#include <husk/simd/words.hpp>

#include <vector>

namespace {

template <class Arch>
auto lanes_of(husk::simd::words<Arch> w) -> std::vector<std::uint32_t>
{
    std::vector<std::uint32_t> all(static_cast<std::size_t>(w.lanes));
    if constexpr (w.is_scalar) all[0] = w.value;
    else w.value.store_unaligned(all.data());
    return all;
}

template <class Arch>
auto lanes_of(husk::simd::real<Arch> v) -> std::vector<float>
{
    std::vector<float> all(static_cast<std::size_t>(v.lanes));
    v.store(all.data());
    return all;
}

/// Bits that differ from lane to lane.
template <class Arch>
auto scattered(std::uint32_t seed) -> husk::simd::words<Arch>
{
    auto const w = husk::simd::words<Arch>::count_from(seed);
    return multiply(w, 2654435761u).low ^ (w << 7);
}

template <class Arch>
void check(std::uint32_t seed)
{
    using W = husk::simd::words<Arch>;
    auto const w = scattered<Arch>(seed), v = scattered<Arch>(seed + 77);
    auto const a = lanes_of<Arch>(w), b = lanes_of<Arch>(v);
    auto const product = multiply(w, 0xD2511F53);
    auto const high = lanes_of<Arch>(product.high), low = lanes_of<Arch>(product.low);
    auto const sum = lanes_of<Arch>(w + v), difference = lanes_of<Arch>(w - v),
               masked = lanes_of<Arch>(w & v);
    auto const left = lanes_of<Arch>(w << 5), right = lanes_of<Arch>(w >> 9), other = lanes_of<Arch>(w ^ v);
    auto const back = lanes_of<Arch>(W::of(w.as_real())), counted = lanes_of<Arch>(W::count_from(seed));
    auto const number = lanes_of<Arch>(w.to_real());
    for (std::size_t i = 0; i < a.size(); ++i) {
        auto const exact = std::uint64_t{a[i]} * 0xD2511F53;
        CHECK(((std::uint64_t{high[i]} << 32) | low[i]) == exact);
        CHECK((sum[i] == a[i] + b[i] && difference[i] == a[i] - b[i] && masked[i] == (a[i] & b[i])));
        CHECK((left[i] == a[i] << 5 && right[i] == a[i] >> 9 && other[i] == (a[i] ^ b[i])));
        CHECK((back[i] == a[i] && counted[i] == seed + i));
        CHECK(number[i] == static_cast<float>(static_cast<std::int32_t>(a[i])));
    }
}

} // namespace

TEST_CASE("words side by side are words", "[simd]")
{
    for (std::uint32_t const seed : {0u, 1u, 12345u, 0x7ffffff0u, 0xfffffff8u}) {
        check<husk::simd::best>(seed);
        check<husk::simd::scalar>(seed);
    }
}
