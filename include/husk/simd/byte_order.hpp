// SPDX-License-Identifier: MIT
#pragma once
#include <husk/simd/arch.hpp>

#include <array>
#include <cstddef>
#include <cstdint>

namespace husk::simd {

/// Which of 16 bytes goes where; 0x80 and more: none, but 0.
using byte_order = std::array<std::uint8_t, 16>;

#if XSIMD_WITH_SSSE3
/// Whether 16 bytes are brought into another order at once.
template <class Arch>
inline constexpr bool orders_bytes = !std::is_same_v<Arch, scalar>;

/// Sixteen bytes in a register.
template <class Arch>
struct sixteen {
    __m128i value;

    static auto load(std::uint8_t const* p) -> sixteen
    {
        return {_mm_loadu_si128(reinterpret_cast<__m128i const*>(p))};
    }
    void store(std::uint8_t* p) const { _mm_storeu_si128(reinterpret_cast<__m128i*>(p), value); }
    auto in(sixteen order) const -> sixteen { return {_mm_shuffle_epi8(value, order.value)}; }
    friend auto operator|(sixteen a, sixteen b) -> sixteen { return {_mm_or_si128(a.value, b.value)}; }
};
#elif XSIMD_WITH_NEON64
template <class Arch>
inline constexpr bool orders_bytes = !std::is_same_v<Arch, scalar>;

template <class Arch>
struct sixteen {
    uint8x16_t value;

    static auto load(std::uint8_t const* p) -> sixteen { return {vld1q_u8(p)}; }
    void store(std::uint8_t* p) const { vst1q_u8(p, value); }
    auto in(sixteen order) const -> sixteen { return {vqtbl1q_u8(value, order.value)}; }
    friend auto operator|(sixteen a, sixteen b) -> sixteen { return {vorrq_u8(a.value, b.value)}; }
};
#else
template <class Arch>
inline constexpr bool orders_bytes = false;

template <class Arch>
struct sixteen;
#endif

} // namespace husk::simd
