// SPDX-License-Identifier: MIT
#pragma once
#include <husk/simd/sixteens.hpp>
#include <husk/simd/triplet_orders.hpp>
#include <husk/simd/ushorts.hpp>

#include <array>
#include <type_traits>

namespace husk::simd {

#if XSIMD_WITH_SSE4_1
/// Whether pixels of three bytes are computed with as they lie in memory.
template <class Arch>
inline constexpr bool has_triplets = detail::has_sixteens<Arch>;

/// By what: Arch, but with registers of 32 bytes at most.
template <class Arch>
using triplet_arch = std::conditional_t<std::is_base_of_v<xsimd::avx512f, Arch>, xsimd::avx2, Arch>;

namespace detail {

template <class Arch>
inline constexpr std::size_t sixteens_in = batch<std::uint8_t, Arch>::size / 16;
template <class Arch>
inline constexpr triplet_orders<sixteens_in<Arch>> orders_of_triplets;

template <class Arch>
[[gnu::always_inline]] inline auto bytes_at(std::uint8_t const* p) -> typename sixteens_of<Arch>::reg
{
    return batch<std::uint8_t, Arch>::load_unaligned(p);
}
template <class Arch>
[[gnu::always_inline]] inline auto reordered(typename sixteens_of<Arch>::reg v,
                                             typename triplet_orders<sixteens_in<Arch>>::bytes const& order)
{
    return sixteens_of<Arch>::shuffle(v, bytes_at<Arch>(order.data()));
}

// The pixels of a half in registers, 12 bytes of each 16, where `before` and `behind` expect them; faster
// where four bytes more may be read before them, or behind them.
template <class Arch>
using twelves_of = std::array<batch<std::uint8_t, Arch>, 2>;
template <class Arch, bool, bool>
[[gnu::always_inline]] inline auto twelves(std::uint8_t const* p, xsimd::sse4_1) -> twelves_of<Arch>
{
    return {bytes_at<Arch>(p), bytes_at<Arch>(p + 8)};
}
template <class Arch>
[[gnu::always_inline]] inline auto fours_of(batch<std::uint8_t, Arch> const& v, std::size_t, xsimd::sse4_1)
{
    return v;
}
template <class Arch>
[[gnu::always_inline]] inline auto numbers_at(std::int16_t const* p, bool, xsimd::sse4_1) -> shorts<Arch>
{
    return shorts<Arch>::load(p);
}
    #if XSIMD_WITH_AVX2
template <class Arch, bool Begin, bool End>
[[gnu::always_inline]] inline auto twelves(std::uint8_t const* p, xsimd::avx2) -> twelves_of<Arch>
{
    auto const two = [](__m128i a, __m128i b) __attribute__((always_inline))
    {
        return _mm256_inserti128_si256(_mm256_castsi128_si256(a), b, 1);
    };
    auto const at = [](std::uint8_t const* q) __attribute__((always_inline))
    {
        return sixteens_of_sse::at(q);
    };
    twelves_of<Arch> v;
    if constexpr (Begin) v[0] = bytes_at<Arch>(p - 4);
    else v[0] = two(_mm_slli_si128(at(p), 4), at(p + 12));
    if constexpr (End) v[1] = bytes_at<Arch>(p + 20);
    else v[1] = two(at(p + 20), _mm_srli_si128(at(p + 32), 4));
    return v;
}
template <class Arch>
[[gnu::always_inline]] inline auto fours_of(batch<std::uint8_t, Arch> const& v, std::size_t part, xsimd::avx2)
    -> batch<std::uint8_t, Arch>
{
    auto const& fours = orders_of_triplets<Arch>.fours[part];
    return _mm256_permutevar8x32_epi32(v, _mm256_loadu_si256(reinterpret_cast<__m256i const*>(fours.data())));
}
template <class Arch>
[[gnu::always_inline]] inline auto numbers_at(std::int16_t const* p, bool same, xsimd::avx2) -> shorts<Arch>
{
    if (!same) return shorts<Arch>::load(p);
    return {_mm256_broadcastsi128_si256(_mm_loadu_si128(reinterpret_cast<__m128i const*>(p)))};
}
    #endif

} // namespace detail

/// Pixels of three bytes, two of these bytes in each lane of 16 bits: half as many as bytes in a register.
/// Lanes stand in an order that the functions below know.
template <class Arch>
struct triplets {
    static constexpr int block = static_cast<int>(batch<std::uint8_t, Arch>::size);

    shorts<Arch> green_red, blue_red; // green and blue are the upper halves

    /// A block's two halves.
    [[gnu::always_inline]] static auto load(std::uint8_t const* p) -> std::array<triplets, 2>
    {
        return halves<false>(p);
    }
    /// The same faster, where four bytes more may be read on either side.
    [[gnu::always_inline]] static auto load_amid(std::uint8_t const* p) -> std::array<triplets, 2>
    {
        return halves<true>(p);
    }

    /// red r + green g of each. Weights lie from -128 to 127, and the sum must fit 16 bits with a sign.
    [[gnu::always_inline]] auto sum(int red, int green) const -> shorts<Arch>
    {
        using V = typename shorts<Arch>::values;
        V const weights(static_cast<std::int16_t>((red & 255) | (green & 255) << 8));
        return {V(S::pair_sums(green_red.value, weights))};
    }

private:
    using S = detail::sixteens_of<Arch>;

    template <bool More>
    [[gnu::always_inline]] static auto halves(std::uint8_t const* p) -> std::array<triplets, 2>
    {
        return {of(detail::twelves<Arch, More, true>(p, Arch{})),
                of(detail::twelves<Arch, true, More>(p + 3 * block / 2, Arch{}))};
    }
    [[gnu::always_inline]] static auto of(detail::twelves_of<Arch> const& twelves) -> triplets
    {
        constexpr auto const& orders = detail::orders_of_triplets<Arch>;
        auto const a = detail::reordered<Arch>(twelves[0], orders.before);
        auto const b = detail::reordered<Arch>(twelves[1], orders.behind);
        return {{S::template fours<0b1100>(a, b)}, {S::template along<8>(a, b)}};
    }
};

/// The upper bytes of numbers for the two halves of a block, each as all three bytes of its pixel.
template <class Arch>
[[gnu::always_inline]] inline void store_thrice(std::array<shorts<Arch>, 2> const& numbers, std::uint8_t* to)
{
    using bytes = batch<std::uint8_t, Arch>;
    auto const first = ushorts<Arch>{bit_cast<std::uint16_t>(numbers[0].value)}.upper().value;
    ushorts<Arch> const upper_halves{typename ushorts<Arch>::values(0xff00)};
    bytes const upper = detail::sixteens_of<Arch>::blend(first, numbers[1].value, upper_halves.value);
    for (std::size_t part = 0; part < 3; ++part) {
        bytes const v = detail::reordered<Arch>(detail::fours_of<Arch>(upper, part, Arch{}),
                                                detail::orders_of_triplets<Arch>.thrice[part]);
        v.store_unaligned(to + part * bytes::size);
    }
}

/// Where the numbers for a block's pixels lie in memory, from which those for each of its bytes are loaded.
template <class Arch>
class triplet_numbers {
public:
    explicit triplet_numbers(std::int16_t* at) : at_(at) {}

    [[gnu::always_inline]] void store(std::size_t half, shorts<Arch> v) const
    {
        v.store(at_ + half * shorts<Arch>::lanes);
    }
    /// For each byte of one of the block's three registers its pixel's number, as short_pair has them.
    [[gnu::always_inline]] auto beneath(std::size_t part) const -> std::array<shorts<Arch>, 2>
    {
        return {below(2 * part), below(2 * part + 1)};
    }

private:
    [[gnu::always_inline]] auto below(std::size_t half) const -> shorts<Arch>
    {
        auto const& window = detail::orders_of_triplets<Arch>.beneath[half];
        auto const some = detail::numbers_at<Arch>(at_ + window.begin, window.same, Arch{});
        return {detail::reordered<Arch>(some.value, window.order)};
    }

    std::int16_t* at_;
};

#else
template <class Arch>
inline constexpr bool has_triplets = false;
template <class Arch>
using triplet_arch = Arch;
template <class Arch>
struct triplets;
template <class Arch>
class triplet_numbers;
template <class Arch>
void store_thrice(std::array<shorts<Arch>, 2> const& numbers, std::uint8_t* to) = delete;
#endif

} // namespace husk::simd
