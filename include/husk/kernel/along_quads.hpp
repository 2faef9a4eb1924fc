// SPDX-License-Identifier: MIT
#pragma once
#include <husk/kernel/row.hpp>
#include <husk/kernel/taps.hpp>
#include <husk/simd/quad.hpp>

#include <algorithm>
#include <array>
#include <utility>

namespace husk {

/// Resamples rows of four floats a pixel along, even and odd taps apart, one row or two abreast: then a
/// register holds a pixel of each, at a place that is aligned.
class along_quads {
public:
    static auto take(taps const& x, int out, arena& memory) -> along_quads
    {
        along_quads a;
        a.out_ = out;
        a.taps_ = x.count;
        auto const padded = (out + 3) / 4 * 4; // pixels are made in fours
        a.starts_ = memory.take<std::int32_t>(static_cast<std::size_t>(padded));
        a.weights_ = memory.take<float>(static_cast<std::size_t>(padded * x.count));
        if (!a.weights_.empty()) {
            std::fill(std::copy(x.first.begin(), x.first.end(), a.starts_.begin()), a.starts_.end(), 0);
            std::fill(std::copy(x.weights.begin(), x.weights.end(), a.weights_.begin()), a.weights_.end(),
                      0.f);
        }
        return a;
    }

    template <class Arch, std::size_t Rows>
    void operator()(float const* from, std::array<row, Rows> const& to) const
    {
        by_count<Arch>(from, to, std::integer_sequence<int, 2, 3, 4, 5, 6>{});
    }

    /// One row, without a look at pixels of weight 0.
    template <class Arch>
    void carefully(float const* from, row const& to) const
    {
        using Q = simd::quad<Arch>;
        for (int x = 0; x < out_; x += 4) {
            std::array<Q, 4> pixels;
            for (int i = 0; i < 4; ++i) {
                auto const* const w = weights_.data() + std::ptrdiff_t{taps_} * (x + i);
                auto const* const at = from + std::ptrdiff_t{4} * starts_[static_cast<std::size_t>(x + i)];
                Q even = Q::fill(0.f), odd = even;
                for (int k = 0; k < taps_; ++k)
                    if (w[k] != 0) {
                        Q& sum = k % 2 ? odd : even;
                        sum = sum + Q::fill(w[k]) * Q::load(at + 4 * k);
                    }
                pixels[static_cast<std::size_t>(i)] = even + odd;
            }
            simd::store_channels<Arch, 1>(pixels, {to.data + x}, to.plane, to.channels);
        }
    }

private:
    /// The number of taps is known where it is one of these.
    template <class Arch, std::size_t Rows, int... Taps>
    void by_count(float const* from, std::array<row, Rows> const& to,
                  std::integer_sequence<int, Taps...>) const
    {
        if (!((taps_ == Taps && (sum<Arch, Rows, Taps>(from, to), true)) || ...))
            sum<Arch, Rows, 0>(from, to);
    }

    /// Every pixel of the output; the number of taps is known, or 0.
    template <class Arch, std::size_t Rows, int Taps>
    [[gnu::noinline, gnu::flatten]] void sum(float const* from, std::array<row, Rows> to) const
    {
        using Q = simd::quad<Arch, Rows>;
        constexpr int floats = 4 * int{Rows};
        // In variables of its own: a store of floats might change members, for all that a compiler knows.
        auto const taps = Taps ? Taps : taps_;
        auto const* starts = starts_.data();
        auto const* weights = weights_.data();
        for (int x = 0, width = out_; x < width; x += 4, starts += 4, weights += 4 * taps) {
            std::array<Q, 4> pixels;
            simd::for_channels<Arch, 4>([&](auto i) __attribute__((always_inline)) {
                auto const* const w = weights + std::ptrdiff_t{taps} * i;
                auto const* const at = from + std::ptrdiff_t{floats} * starts[i];
                auto const product = [&](int k) { return Q::fill(w[k]) * Q::load(at + floats * k); };
                Q even = product(0), odd = taps > 1 ? product(1) : Q::fill(0.f);
                for (int k = 2; k < taps; k += 2) {
                    even = even + product(k);
                    if (k + 1 < taps) odd = odd + product(k + 1);
                }
                pixels[i] = even + odd;
            });
            std::array<float*, Rows> at;
            for (std::size_t r = 0; r < Rows; ++r) at[r] = to[r].data + x;
            simd::store_channels<Arch, Rows>(pixels, at, to[0].plane, to[0].channels);
        }
    }

    int out_ = 0, taps_ = 0;
    std::span<std::int32_t> starts_; // of a pixel, its first tap
    std::span<float> weights_;
};

} // namespace husk
