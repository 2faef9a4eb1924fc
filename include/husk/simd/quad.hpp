// SPDX-License-Identifier: MIT
#pragma once
#include <husk/simd/pixels.hpp>

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

    /// The same, for several uses: the compiler must not load it again for each.
    static auto load_once(float const* from) -> quad_pair
    {
        quad_pair q = load(from);
        for (auto& v : q.value) v.value = detail::rounded(v.value);
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

    /// Two pixels, side by side.
    static auto of(quad<Arch> const& first, quad<Arch> const& second) -> quad_pair
    {
        alignas(32) float both[8];
        first.store(both);
        second.store(both + 4);
        return load(both);
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

#if defined(__AVX__)
/// Four registers, each with pixel i and, above, pixel i + 4, into planes.
template <class Arch>
void store_planes(std::array<quad_pair<Arch>, 4> const& pixels, float* to, std::ptrdiff_t plane, int channels)
{
    auto const q = [&](std::size_t i) -> __m256 { return pixels[i].value[0].value; };
    __m256 const low = _mm256_unpacklo_ps(q(0), q(1)), low_too = _mm256_unpacklo_ps(q(2), q(3));
    _mm256_storeu_ps(to, _mm256_shuffle_ps(low, low_too, 0x44));
    if (channels < 3) return;
    __m256 const high = _mm256_unpackhi_ps(q(0), q(1)), high_too = _mm256_unpackhi_ps(q(2), q(3));
    _mm256_storeu_ps(to + plane, _mm256_shuffle_ps(low, low_too, 0xee));
    _mm256_storeu_ps(to + 2 * plane, _mm256_shuffle_ps(high, high_too, 0x44));
    if (channels > 3) _mm256_storeu_ps(to + 3 * plane, _mm256_shuffle_ps(high, high_too, 0xee));
}
#endif

/// Of eight pixels of each of one row or two, each the sum of the two of pair_at(i)[row], channel c into
/// to[row] + c * plane and on, for `channels` of them.
template <class Arch, std::size_t Rows, class PairAt>
void store_sums(PairAt const& pair_at, std::array<float*, 2> const& to, std::ptrdiff_t plane, int channels)
{
#if defined(__AVX__)
    // Pixels i and i + 4 share a register, so that both halves are transposed at once.
    std::array<std::array<quad_pair<Arch>, 4>, Rows> q;
    auto const sum = [&](std::size_t n) {
        auto const i = static_cast<int>(n);
        auto const a = pair_at(i), b = pair_at(i + 4);
        for (std::size_t r = 0; r < Rows; ++r) {
            __m256 const one = a[r].value[0].value, other = b[r].value[0].value;
            q[r][n].value[0].value = _mm256_add_ps(_mm256_permute2f128_ps(one, other, 0x20),
                                                   _mm256_permute2f128_ps(one, other, 0x31));
        }
    };
    sum(0), sum(1), sum(2), sum(3);
    for (std::size_t r = 0; r < Rows; ++r) store_planes<Arch>(q[r], to[r], plane, channels);
#else
    for (int x = 0; x < 8; x += 4) {
        std::array<std::array<quad<Arch>, 4>, Rows> q;
        for_channels<Arch, 4>([&](auto i) {
            auto const pair = pair_at(x + i);
            for (std::size_t n = 0; n < Rows; ++n)
                for (std::size_t r = 0; r < quad<Arch>::registers; ++r)
                    q[n][i].value[r] = pair[n].value[r] + pair[n].value[r + quad<Arch>::registers];
        });
        for (std::size_t n = 0; n < Rows; ++n) {
            transpose(q[n]);
            for (int k = 0; k < channels; ++k) q[n][static_cast<std::size_t>(k)].store(to[n] + k * plane + x);
        }
    }
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
