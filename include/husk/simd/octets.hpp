// SPDX-License-Identifier: MIT
#pragma once
#include <husk/simd/tail.hpp>

#include <algorithm>
#include <concepts>
#include <cstdint>
#include <cstring>
#include <type_traits>

namespace husk::simd {

namespace detail {

/// How octets are held: in a register, or one alone.
template <class Arch>
struct octet_lanes {
    using bytes = batch<std::uint8_t, Arch>;
    using sums = batch<std::uint64_t, Arch>;
    static constexpr int count = static_cast<int>(sums::size);
};
template <>
struct octet_lanes<scalar> {
    using bytes = std::uint64_t;
    using sums = std::uint64_t;
    static constexpr int count = 1;
};

/// The sum of the eight |a - b| of one octet.
template <class Arch>
auto octet_distance(std::uint64_t a, std::uint64_t b) -> std::uint64_t
{
    std::uint64_t s = 0;
    for (int i = 0; i < 64; i += 8) {
        auto const x = a >> i & 255, y = b >> i & 255;
        s += x > y ? x - y : y - x;
    }
    return s;
}

// The arguments are values: where they are references, g++ 12 keeps registers in memory.

template <class Arch, class Bytes = typename octet_lanes<Arch>::bytes>
auto octet_distances(Bytes a, Bytes b, scalar) -> typename octet_lanes<Arch>::sums
{
    if constexpr (std::same_as<Arch, scalar>) return octet_distance<Arch>(a, b);
    else {
        constexpr std::size_t n{octet_lanes<Arch>::count};
        alignas(64) std::uint64_t x[n], y[n];
        bit_cast<std::uint64_t>(a).store_aligned(x);
        bit_cast<std::uint64_t>(b).store_aligned(y);
        for (std::size_t i = 0; i < n; ++i) x[i] = octet_distance<Arch>(x[i], y[i]);
        return octet_lanes<Arch>::sums::load_aligned(x);
    }
}

#if XSIMD_WITH_SSE2
template <class Arch, class Bytes = typename octet_lanes<Arch>::bytes>
auto octet_distances(Bytes a, Bytes b, xsimd::sse2) -> typename octet_lanes<Arch>::sums
{
    return _mm_sad_epu8(a, b);
}
#endif
#if XSIMD_WITH_AVX2
template <class Arch, class Bytes = typename octet_lanes<Arch>::bytes>
auto octet_distances(Bytes a, Bytes b, xsimd::avx2) -> typename octet_lanes<Arch>::sums
{
    return _mm256_sad_epu8(a, b);
}
#endif
#if XSIMD_WITH_AVX512BW
template <class Arch, class Bytes = typename octet_lanes<Arch>::bytes>
auto octet_distances(Bytes a, Bytes b, xsimd::avx512bw) -> typename octet_lanes<Arch>::sums
{
    return _mm512_sad_epu8(a, b);
}
#endif
#if XSIMD_WITH_NEON64
template <class Arch, class Bytes = typename octet_lanes<Arch>::bytes>
auto octet_distances(Bytes a, Bytes b, xsimd::neon64) -> typename octet_lanes<Arch>::sums
{
    return vpaddlq_u32(vpaddlq_u16(vpaddlq_u8(vabdq_u8(a, b))));
}
#endif

template <class Arch, class Sums = typename octet_lanes<Arch>::sums>
void store_octet_sums(Sums s, std::uint32_t* to, scalar)
{
    if constexpr (std::same_as<Arch, scalar>) *to = static_cast<std::uint32_t>(s);
    else {
        alignas(64) std::uint64_t wide[Sums::size];
        s.store_aligned(wide);
        for (auto const v : wide) *to++ = static_cast<std::uint32_t>(v);
    }
}

#if XSIMD_WITH_SSE2
template <class Arch, class Sums = typename octet_lanes<Arch>::sums>
void store_octet_sums(Sums s, std::uint32_t* to, xsimd::sse2)
{
    _mm_storel_epi64(reinterpret_cast<__m128i*>(to), _mm_shuffle_epi32(s, 0x08));
}
#endif
#if XSIMD_WITH_AVX2
template <class Arch, class Sums = typename octet_lanes<Arch>::sums>
void store_octet_sums(Sums s, std::uint32_t* to, xsimd::avx2)
{
    __m256i const even = _mm256_permutevar8x32_epi32(s, _mm256_setr_epi32(0, 2, 4, 6, 0, 2, 4, 6));
    _mm_storeu_si128(reinterpret_cast<__m128i*>(to), _mm256_castsi256_si128(even));
}
#endif
#if XSIMD_WITH_AVX512F
template <class Arch, class Sums = typename octet_lanes<Arch>::sums>
void store_octet_sums(Sums s, std::uint32_t* to, xsimd::avx512f)
{
    _mm256_storeu_si256(reinterpret_cast<__m256i*>(to), _mm512_cvtepi64_epi32(s));
}
#endif
#if XSIMD_WITH_NEON64
template <class Arch, class Sums = typename octet_lanes<Arch>::sums>
void store_octet_sums(Sums s, std::uint32_t* to, xsimd::neon64)
{
    vst1_u32(to, vmovn_u64(s));
}
#endif

} // namespace detail

/// Eight bytes in each 64-bit lane, and as many lanes as a register has.
template <class Arch>
struct octets {
    using unit = std::uint64_t; ///< a lane in memory
    using sums = typename detail::octet_lanes<Arch>::sums;
    static constexpr int lanes = detail::octet_lanes<Arch>::count;
    static constexpr bool is_scalar = std::same_as<Arch, scalar>;

    typename detail::octet_lanes<Arch>::bytes value;

    static auto load(unit const* from) -> octets
    {
        if constexpr (is_scalar) return {*from};
        else return {bit_cast<std::uint8_t>(sums::load_unaligned(from))};
    }
    static auto load(std::uint8_t const* from) -> octets
    {
        if constexpr (is_scalar) {
            octets o;
            std::memcpy(&o.value, from, sizeof o.value);
            return o;
        } else return {batch<std::uint8_t, Arch>::load_unaligned(from)};
    }
    static auto fill(unit u) -> octets
    {
        if constexpr (is_scalar) return {u};
        else return {bit_cast<std::uint8_t>(sums(u))};
    }
    friend auto operator&(octets a, octets b) -> octets { return {a.value & b.value}; }

    /// All bits in the first n bytes, none in the others.
    static auto first_bytes(int n) -> octets
    {
        if constexpr (is_scalar) {
            unsigned char bytes[8]{};
            std::fill_n(bytes, std::clamp(n, 0, 8), static_cast<unsigned char>(255));
            return load(bytes);
        } else return {first_lanes<std::uint8_t, Arch>(n)};
    }

    static auto none() -> sums { return sums(unit{0}); }
    /// Stores sums that fit 32 bits.
    static void store(sums s, std::uint32_t* to) { detail::store_octet_sums<Arch>(s, to, Arch{}); }
    static auto total(sums s) -> std::uint64_t
    {
        if constexpr (is_scalar) return s;
        else return sum(s);
    }
    /// Of each lane the sum of the eight |a - b|.
    static auto distances(octets a, octets b) -> sums
    {
        return detail::octet_distances<Arch>(a.value, b.value, Arch{});
    }
};

} // namespace husk::simd
