// SPDX-License-Identifier: MIT
#pragma once
#include <husk/simd/arch.hpp>

#include <array>
#include <cstddef>
#include <cstdint>

namespace husk::simd {

/// How many bytes a byte_table looks up at a time; 0 where one by one is as fast as anything.
#if XSIMD_WITH_AVX2
template <class Arch>
inline constexpr int lookups_at_once = std::is_same_v<Arch, scalar> ? 0 : 32;
#elif XSIMD_WITH_SSSE3 || XSIMD_WITH_NEON64
template <class Arch>
inline constexpr int lookups_at_once = std::is_same_v<Arch, scalar> ? 0 : 16;
#else
template <class Arch>
inline constexpr int lookups_at_once = 0;
#endif

#if XSIMD_WITH_SSSE3
/// 256 bytes to look others up in: sixteen shuffles, each in a sixteenth of them. What is below the sixteenth
/// is negative there and finds 0; what is above finds something, which is why a sixteenth says only where it
/// differs from the one below it.
template <class Arch>
class byte_table {
public:
    explicit byte_table(std::uint8_t const* bytes)
    {
        for (std::size_t i = 0; i < 256; ++i)
            steps_[i] = static_cast<std::uint8_t>(bytes[i] ^ (i % 128 < 16 ? 0 : bytes[i - 16]));
    }

    void operator()(std::uint8_t const* from, std::uint8_t* to) const
    {
        auto const x = load(from);
        store(to, in_half(0, x) ^ in_half(128, x ^ splat(-128)));
    }

private:
    #if XSIMD_WITH_AVX2
    using values = __m256i;
    static auto load(std::uint8_t const* p) { return _mm256_loadu_si256(reinterpret_cast<values const*>(p)); }
    static void store(std::uint8_t* p, values v) { _mm256_storeu_si256(reinterpret_cast<values*>(p), v); }
    static auto splat(char c) { return _mm256_set1_epi8(c); }
    static auto below(values v, values by) { return _mm256_subs_epi8(v, by); }
    auto found(std::size_t at, values v) const
    {
        auto const* const p = reinterpret_cast<__m128i const*>(steps_.data() + at);
        return _mm256_shuffle_epi8(_mm256_broadcastsi128_si256(_mm_load_si128(p)), v);
    }
    #else
    using values = __m128i;
    static auto load(std::uint8_t const* p) { return _mm_loadu_si128(reinterpret_cast<values const*>(p)); }
    static void store(std::uint8_t* p, values v) { _mm_storeu_si128(reinterpret_cast<values*>(p), v); }
    static auto splat(char c) { return _mm_set1_epi8(c); }
    static auto below(values v, values by) { return _mm_subs_epi8(v, by); }
    auto found(std::size_t at, values v) const
    {
        return _mm_shuffle_epi8(_mm_load_si128(reinterpret_cast<values const*>(steps_.data() + at)), v);
    }
    #endif

    /// Of bytes below 128; the others find 0.
    auto in_half(std::size_t at, values v) const -> values
    {
        auto all = found(at, v);
        for (std::size_t i = 16; i < 128; i += 16) {
            v = below(v, splat(16));
            all = all ^ found(at + i, v);
        }
        return all;
    }

    alignas(16) std::array<std::uint8_t, 256> steps_;
};
#elif XSIMD_WITH_NEON64
/// 256 bytes to look others up in: four lookups, each in a quarter of them; elsewhere they find 0.
template <class Arch>
class byte_table {
public:
    explicit byte_table(std::uint8_t const* bytes)
    {
        for (std::size_t i = 0; i < 4; ++i)
            quarters_[i] = {vld1q_u8(bytes + 64 * i), vld1q_u8(bytes + 64 * i + 16),
                            vld1q_u8(bytes + 64 * i + 32), vld1q_u8(bytes + 64 * i + 48)};
    }

    void operator()(std::uint8_t const* from, std::uint8_t* to) const
    {
        auto const x = vld1q_u8(from), quarter = vdupq_n_u8(64);
        auto const second = vsubq_u8(x, quarter), third = vsubq_u8(second, quarter);
        vst1q_u8(to, vorrq_u8(vorrq_u8(vqtbl4q_u8(quarters_[0], x), vqtbl4q_u8(quarters_[1], second)),
                              vorrq_u8(vqtbl4q_u8(quarters_[2], third),
                                       vqtbl4q_u8(quarters_[3], vsubq_u8(third, quarter)))));
    }

private:
    std::array<uint8x16x4_t, 4> quarters_;
};
#else
template <class Arch>
class byte_table;
#endif

} // namespace husk::simd
