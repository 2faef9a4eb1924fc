// SPDX-License-Identifier: MIT
#pragma once
#include <husk/simd/real.hpp>

#include <algorithm>
#include <bit>
#include <cstdint>

namespace husk::simd {

/// Several 32-bit words side by side, as many as real<Arch> has floats; what overflows is cut off.
template <class Arch>
struct words {
    static constexpr bool is_scalar = real<Arch>::is_scalar;
    static constexpr int lanes = real<Arch>::lanes;
    using values = typename std::conditional_t<is_scalar, std::type_identity<std::uint32_t>,
                                               std::type_identity<batch<std::uint32_t, Arch>>>::type;

    values value;

    words() = default;
    words(values v) : value(v) {}
    template <std::same_as<std::uint32_t> W>
        requires(!is_scalar)
    words(W w) : value(w) {}

    /// first, first + 1, ...
    static auto count_from(std::uint32_t first) -> words
    {
        alignas(64) std::uint32_t all[std::size_t{lanes}];
        for (auto& w : all) w = first++;
        if constexpr (is_scalar) return all[0];
        else return values::load_aligned(all);
    }

    static auto load(std::uint32_t const* from) -> words
    {
        if constexpr (is_scalar) return *from;
        else return values::load_unaligned(from);
    }
    void store(std::uint32_t* to) const
    {
        if constexpr (is_scalar) *to = value;
        else value.store_unaligned(to);
    }

    friend auto operator+(words a, words b) -> words { return values(a.value + b.value); }
    friend auto operator-(words a, words b) -> words { return values(a.value - b.value); }
    friend auto operator^(words a, words b) -> words { return values(a.value ^ b.value); }
    friend auto operator&(words a, words b) -> words { return values(a.value & b.value); }
    friend auto operator<<(words a, int n) -> words { return values(a.value << n); }
    friend auto operator>>(words a, int n) -> words { return values(a.value >> n); }
    friend auto lesser(words a, words b) -> words
    {
        if constexpr (is_scalar) return std::min(a.value, b.value);
        else return values(xsimd::min(a.value, b.value));
    }

    /// The bits of floats.
    static auto of(real<Arch> v) -> words
    {
        if constexpr (is_scalar) return std::bit_cast<std::uint32_t>(v.value);
        else return bit_cast<std::uint32_t>(v.value);
    }
    /// The floats that have these bits.
    auto as_real() const -> real<Arch>
    {
        if constexpr (is_scalar) return std::bit_cast<float>(value);
        else return bit_cast<float>(value);
    }
    /// The float next to each word, taken as a signed number.
    auto to_real() const -> real<Arch>
    {
        if constexpr (is_scalar) return static_cast<float>(static_cast<std::int32_t>(value));
        else return xsimd::to_float(bit_cast<std::int32_t>(value));
    }
};

/// Both halves of products of 64 bits.
template <class Arch>
struct wide_words {
    words<Arch> high, low;
};

namespace detail {

template <class Arch>
auto multiply(words<Arch> a, words<Arch> b, scalar) -> wide_words<Arch>
{
    constexpr std::size_t n{words<Arch>::lanes};
    alignas(64) std::uint32_t v[n], w[n], high[n];
    a.store(v);
    b.store(w);
    for (std::size_t i = 0; i < n; ++i) {
        auto const product = std::uint64_t{v[i]} * w[i];
        high[i] = static_cast<std::uint32_t>(product >> 32);
        v[i] = static_cast<std::uint32_t>(product);
    }
    using values = typename words<Arch>::values;
    if constexpr (words<Arch>::is_scalar) return {high[0], v[0]};
    else return {values::load_aligned(high), values::load_aligned(v)};
}

#if XSIMD_WITH_SSE2
// The even words, and the odd ones.
template <class Arch>
auto multiply(words<Arch> a, words<Arch> b, xsimd::sse2) -> wide_words<Arch>
{
    using values = typename words<Arch>::values;
    __m128i const v = a.value, w = b.value, upper = _mm_set_epi32(-1, 0, -1, 0);
    __m128i const even = _mm_mul_epu32(v, w),
                  odd = _mm_mul_epu32(_mm_srli_epi64(v, 32), _mm_srli_epi64(w, 32));
    return {values(_mm_or_si128(_mm_srli_epi64(even, 32), _mm_and_si128(odd, upper))),
            values(_mm_or_si128(_mm_andnot_si128(upper, even), _mm_slli_epi64(odd, 32)))};
}
#endif
#if XSIMD_WITH_AVX2
template <class Arch>
auto multiply(words<Arch> a, words<Arch> b, xsimd::avx2) -> wide_words<Arch>
{
    using values = typename words<Arch>::values;
    __m256i const v = a.value, w = b.value;
    __m256i const even = _mm256_mul_epu32(v, w),
                  odd = _mm256_mul_epu32(_mm256_srli_epi64(v, 32), _mm256_srli_epi64(w, 32));
    return {values(_mm256_blend_epi32(_mm256_srli_epi64(even, 32), odd, 0xaa)),
            values(_mm256_blend_epi32(even, _mm256_slli_epi64(odd, 32), 0xaa))};
}
#endif
#if XSIMD_WITH_AVX512F
template <class Arch>
auto multiply(words<Arch> a, words<Arch> b, xsimd::avx512f) -> wide_words<Arch>
{
    using values = typename words<Arch>::values;
    __m512i const v = a.value, w = b.value;
    __m512i const even = _mm512_mul_epu32(v, w),
                  odd = _mm512_mul_epu32(_mm512_srli_epi64(v, 32), _mm512_srli_epi64(w, 32));
    return {values(_mm512_mask_blend_epi32(0xaaaa, _mm512_srli_epi64(even, 32), odd)),
            values(_mm512_mask_blend_epi32(0xaaaa, even, _mm512_slli_epi64(odd, 32)))};
}
#endif
#if XSIMD_WITH_NEON64
template <class Arch>
auto multiply(words<Arch> a, words<Arch> b, xsimd::neon64) -> wide_words<Arch>
{
    using values = typename words<Arch>::values;
    uint32x4_t const v = a.value, w = b.value;
    uint32x4_t const first = vreinterpretq_u32_u64(vmull_u32(vget_low_u32(v), vget_low_u32(w)));
    uint32x4_t const second = vreinterpretq_u32_u64(vmull_high_u32(v, w));
    return {values(vuzp2q_u32(first, second)), values(vuzp1q_u32(first, second))};
}
#endif

} // namespace detail

/// a times b, in full.
template <class Arch>
auto multiply(words<Arch> a, words<Arch> b) -> wide_words<Arch>
{
    return detail::multiply<Arch>(a, b, Arch{});
}
template <class Arch>
auto multiply(words<Arch> a, std::uint32_t b) -> wide_words<Arch>
{
    return multiply(a, words<Arch>(b));
}

} // namespace husk::simd
