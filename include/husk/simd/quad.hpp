// SPDX-License-Identifier: MIT
#pragma once
#include <husk/simd/real.hpp>

#include <array>

namespace husk::simd {

#if defined(__SSE2__)
using four_lanes = xsimd::sse2;
#elif defined(__aarch64__)
using four_lanes = xsimd::neon64;
#else
using four_lanes = scalar;
#endif

/// A pixel of four floats, whatever the width of a register: +, * and fill() like simd::real.
template <class Arch>
struct quad {
    using lanes = real<four_lanes>;
    static constexpr std::size_t registers = 4 / lanes::lanes;

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

#if defined(__AVX__)
using eight_lanes = xsimd::avx;
#else
using eight_lanes = four_lanes;
#endif

/// Two pixels side by side.
template <class Arch>
struct quad_pair {
    using lanes = real<eight_lanes>;
    static constexpr std::size_t registers = 8 / lanes::lanes;

    std::array<lanes, registers> value;

    static auto load(float const* from) -> quad_pair
    {
        quad_pair q;
        for (std::size_t i = 0; i < registers; ++i)
            q.value[i] = lanes::load(from + static_cast<int>(i) * lanes::lanes);
        return q;
    }

    friend auto operator+(quad_pair a, quad_pair const& b) -> quad_pair
    {
        for (std::size_t i = 0; i < registers; ++i) a.value[i] = a.value[i] + b.value[i];
        return a;
    }
    friend auto operator*(quad_pair a, quad_pair const& b) -> quad_pair
    {
        for (std::size_t i = 0; i < registers; ++i) a.value[i] = a.value[i] * b.value[i];
        return a;
    }

    /// The first pixel and the second.
    auto sum() const -> quad<Arch>
    {
#if defined(__AVX__)
        quad<Arch> first, second;
        first.value[0] = xsimd::batch<float, four_lanes>(_mm256_castps256_ps128(value[0].value));
        second.value[0] = xsimd::batch<float, four_lanes>(_mm256_extractf128_ps(value[0].value, 1));
        return first + second;
#else
        quad<Arch> first, second;
        for (std::size_t i = 0; i < quad<Arch>::registers; ++i) {
            first.value[i] = value[i];
            second.value[i] = value[i + quad<Arch>::registers];
        }
        return first + second;
#endif
    }
};

/// Rows become columns: four pixels of four channels, four channels of four pixels.
template <class Arch>
void transpose(std::array<quad<Arch>, 4>& q)
{
#if defined(__SSE2__)
    __m128 a = q[0].value[0].value, b = q[1].value[0].value, c = q[2].value[0].value, d = q[3].value[0].value;
    _MM_TRANSPOSE4_PS(a, b, c, d);
    q[0].value[0].value = a;
    q[1].value[0].value = b;
    q[2].value[0].value = c;
    q[3].value[0].value = d;
#else
    std::array<std::array<float, 4>, 4> rows;
    for (std::size_t i = 0; i < 4; ++i) q[i].store(rows[i].data());
    for (std::size_t i = 0; i < 4; ++i)
        for (std::size_t j = 0; j < i; ++j) std::swap(rows[i][j], rows[j][i]);
    for (std::size_t i = 0; i < 4; ++i) q[i] = quad<Arch>::load(rows[i].data());
#endif
}

/// `count` pixels from planes into one stretch, four floats each; channels that are missing are zero. Reads
/// and writes whole groups of four pixels.
template <class Arch>
void to_quads(float const* from, std::ptrdiff_t plane, int channels, int count, float* to)
{
    std::array<quad<Arch>, 4> q;
    for (int x = 0; x < count; x += 4, from += 4, to += 16) {
        q[0] = quad<Arch>::load(from);
        q[1] = channels > 2 ? quad<Arch>::load(from + plane) : quad<Arch>::fill(0.f);
        q[2] = channels > 2 ? quad<Arch>::load(from + 2 * plane) : quad<Arch>::fill(0.f);
        q[3] = channels > 3 ? quad<Arch>::load(from + 3 * plane) : quad<Arch>::fill(0.f);
        transpose(q);
        q[0].store(to);
        q[1].store(to + 4);
        q[2].store(to + 8);
        q[3].store(to + 12);
    }
}

} // namespace husk::simd
