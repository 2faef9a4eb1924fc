// SPDX-License-Identifier: MIT
#pragma once
#include <husk/simd/pixels.hpp>

#include <array>
#include <type_traits>

namespace husk::simd {

#if defined(__SSE2__)
using four_lanes = xsimd::sse2;
#elif defined(__aarch64__)
using four_lanes = xsimd::neon64;
#else
using four_lanes = scalar;
#endif

#if defined(__AVX__)
using eight_lanes = xsimd::avx;
#else
using eight_lanes = four_lanes;
#endif

/// A pixel of four floats, whatever the width of a register, or such a pixel of each of two rows, side by
/// side: +, * and fill() like simd::real.
template <class Arch, std::size_t Rows = 1>
struct quad {
    static_assert(Rows == 1 || Rows == 2);
    using lanes = real<std::conditional_t<Rows == 2, eight_lanes, four_lanes>>;
    static constexpr std::size_t registers = 4 * Rows / lanes::lanes;

    std::array<lanes, registers> value;

    static auto load(float const* from) -> quad
    {
        quad q;
        for (std::size_t i = 0; i < registers; ++i)
            q.value[i] = lanes::load(from + static_cast<int>(i) * lanes::lanes);
        return q;
    }
    static auto fill(float v) -> quad
    {
        quad q;
        q.value.fill(lanes(v));
        return q;
    }
    void store(float* to) const
    {
        for (std::size_t i = 0; i < registers; ++i) value[i].store(to + static_cast<int>(i) * lanes::lanes);
    }
    /// The pixel of one row.
    void store_of(std::size_t row, float* to) const
    {
#if defined(__AVX__)
        if constexpr (Rows == 2) {
            __m256 const both = value[0].value;
            return _mm_storeu_ps(to, row ? _mm256_extractf128_ps(both, 1) : _mm256_castps256_ps128(both));
        }
#endif
        constexpr auto n = registers / Rows;
        for (std::size_t i = 0; i < n; ++i) value[row * n + i].store(to + static_cast<int>(i) * lanes::lanes);
    }

    friend auto operator+(quad a, quad const& b) -> quad
    {
        for (std::size_t i = 0; i < registers; ++i) a.value[i] = a.value[i] + b.value[i];
        return a;
    }
    friend auto operator*(quad a, quad const& b) -> quad
    {
        for (std::size_t i = 0; i < registers; ++i) a.value[i] = a.value[i] * b.value[i];
        return a;
    }
};

namespace detail {

#if defined(__SSE2__)
template <class Arch>
[[gnu::always_inline]] inline void transpose(__m128& a, __m128& b, __m128& c, __m128& d)
{
    _MM_TRANSPOSE4_PS(a, b, c, d);
}
#endif
#if defined(__AVX__)
/// Both halves by themselves.
template <class Arch>
[[gnu::always_inline]] inline void transpose(__m256& a, __m256& b, __m256& c, __m256& d)
{
    __m256 const low = _mm256_unpacklo_ps(a, b), low_too = _mm256_unpacklo_ps(c, d),
                 high = _mm256_unpackhi_ps(a, b), high_too = _mm256_unpackhi_ps(c, d);
    a = _mm256_shuffle_ps(low, low_too, 0x44);
    b = _mm256_shuffle_ps(low, low_too, 0xee);
    c = _mm256_shuffle_ps(high, high_too, 0x44);
    d = _mm256_shuffle_ps(high, high_too, 0xee);
}
#endif

} // namespace detail

/// Rows become columns: four pixels of four channels, four channels of four pixels.
template <class Arch, std::size_t Rows>
void transpose(std::array<quad<Arch, Rows>, 4>& q)
{
#if defined(__SSE2__)
    for (std::size_t r = 0; r < quad<Arch, Rows>::registers; ++r) {
        using raw = std::conditional_t<quad<Arch, Rows>::lanes::lanes == 8, eight_lanes, four_lanes>;
        typename batch<float, raw>::register_type a = q[0].value[r].value, b = q[1].value[r].value,
                                                  c = q[2].value[r].value, d = q[3].value[r].value;
        detail::transpose<Arch>(a, b, c, d);
        q[0].value[r].value = a, q[1].value[r].value = b, q[2].value[r].value = c, q[3].value[r].value = d;
    }
#else
    std::array<std::array<float, 4 * Rows>, 4> rows;
    for (std::size_t i = 0; i < 4; ++i) q[i].store(rows[i].data());
    for (std::size_t r = 0; r < 4 * Rows; r += 4)
        for (std::size_t i = 0; i < 4; ++i)
            for (std::size_t j = 0; j < i; ++j) std::swap(rows[i][r + j], rows[j][r + i]);
    for (std::size_t i = 0; i < 4; ++i) q[i] = quad<Arch, Rows>::load(rows[i].data());
#endif
}

/// Four pixels of each row, channel c into to[row] + c * plane and on, for `channels` of them: 1, 3 or 4.
template <class Arch, std::size_t Rows>
void store_channels(std::array<quad<Arch, Rows>, 4> pixels, std::array<float*, Rows> const& to,
                    std::ptrdiff_t plane, int channels)
{
    transpose(pixels);
    auto const store = [&](std::size_t channel) {
        for (std::size_t r = 0; r < Rows; ++r)
            pixels[channel].store_of(r, to[r] + static_cast<std::ptrdiff_t>(channel) * plane);
    };
    store(0);
    if (channels < 3) return;
    store(1), store(2);
    if (channels > 3) store(3);
}

/// `count` pixels from planes, four floats each, `pitch` from one to the next; channels that are missing are
/// zero. Reads and writes whole groups of four pixels.
template <class Arch>
void to_quads(float const* from, std::ptrdiff_t plane, int channels, int count, float* to,
              std::ptrdiff_t pitch)
{
    std::array<quad<Arch>, 4> q;
    for (int x = 0; x < count; x += 4, from += 4) {
        q[0] = quad<Arch>::load(from);
        q[1] = channels > 2 ? quad<Arch>::load(from + plane) : quad<Arch>::fill(0.f);
        q[2] = channels > 2 ? quad<Arch>::load(from + 2 * plane) : quad<Arch>::fill(0.f);
        q[3] = channels > 3 ? quad<Arch>::load(from + 3 * plane) : quad<Arch>::fill(0.f);
        transpose(q);
        for (auto const& pixel : q) pixel.store(to), to += pitch;
    }
}

} // namespace husk::simd
