// SPDX-License-Identifier: MIT
#pragma once
#include <husk/core/extent.hpp>

#include <bit>
#include <cmath>
#include <complex>
#include <cstddef>
#include <numbers>
#include <span>
#include <utility>
#include <vector>

namespace husk::detail {

using complex = std::complex<double>;

/// Without the checks for infinities that std::complex makes.
inline auto times(complex a, complex b) -> complex
{
    return {a.real() * b.real() - a.imag() * b.imag(), a.real() * b.imag() + a.imag() * b.real()};
}

/// exp(-2 pi i turns / of).
inline auto turned_back(std::size_t turns, std::size_t of) -> complex
{
    auto const angle = 2 * std::numbers::pi * static_cast<double>(turns) / static_cast<double>(of);
    return {std::cos(angle), -std::sin(angle)};
}

/// The discrete Fourier transform of a power of two, in place (Cooley and Tukey, radix 2).
class fourier_power_of_two {
public:
    explicit fourier_power_of_two(std::size_t n) : turns_(n / 2)
    {
        for (std::size_t k = 0; k < turns_.size(); ++k) turns_[k] = turned_back(k, n);
    }

    void forward(std::span<complex> v) const
    {
        auto const n = v.size();
        for (std::size_t i = 1, j = 0; i < n; ++i) {
            auto bit = n / 2;
            for (; j & bit; bit /= 2) j ^= bit;
            j ^= bit;
            if (i < j) std::swap(v[i], v[j]);
        }
        for (std::size_t half = 1; half < n; half *= 2)
            for (std::size_t from = 0; from < n; from += 2 * half)
                for (std::size_t k = 0; k < half; ++k) {
                    auto const a = v[from + k];
                    auto const b = times(v[from + k + half], turns_[k * (n / (2 * half))]);
                    v[from + k] = a + b;
                    v[from + k + half] = a - b;
                }
    }

private:
    std::vector<complex> turns_;
};

/// The discrete Fourier transform of any size, in place: a size that is not a power of two becomes a
/// convolution with a chirp (Bluestein, 1970).
class fourier {
public:
    explicit fourier(std::size_t n) :
        n_(n), padded_(std::has_single_bit(n) ? n : std::bit_ceil(2 * n - 1)), inner_(padded_)
    {
        if (padded_ == n_) return;
        chirp_.resize(n);
        answer_.resize(padded_);
        work_.resize(padded_);
        for (std::size_t k = 0; k < n; ++k) chirp_[k] = turned_back(k * k % (2 * n), 2 * n);
        for (std::size_t k = 0; k < n; ++k)
            answer_[k] = answer_[(padded_ - k) % padded_] = std::conj(chirp_[k]);
        inner_.forward(answer_);
    }

    void forward(std::span<complex> v)
    {
        if (padded_ == n_) return inner_.forward(v);
        std::fill(work_.begin(), work_.end(), complex{});
        for (std::size_t k = 0; k < n_; ++k) work_[k] = times(v[k], chirp_[k]);
        inner_.forward(work_);
        // The way back is the way forth with everything conjugated.
        for (std::size_t k = 0; k < padded_; ++k) work_[k] = std::conj(times(work_[k], answer_[k]));
        inner_.forward(work_);
        auto const scale = 1 / static_cast<double>(padded_);
        for (std::size_t k = 0; k < n_; ++k) v[k] = times(std::conj(work_[k]) * scale, chirp_[k]);
    }

private:
    std::size_t n_, padded_;
    fourier_power_of_two inner_;
    std::vector<complex> chirp_, answer_, work_;
};

/// In two dimensions: all rows, then all columns.
inline void fourier_forward(std::span<complex> values, extent size)
{
    auto const w = static_cast<std::size_t>(size.width), h = static_cast<std::size_t>(size.height);
    fourier across(w), down(h);
    for (std::size_t y = 0; y < h; ++y) across.forward(values.subspan(y * w, w));
    std::vector<complex> column(h);
    for (std::size_t x = 0; x < w; ++x) {
        for (std::size_t y = 0; y < h; ++y) column[y] = values[y * w + x];
        down.forward(column);
        for (std::size_t y = 0; y < h; ++y) values[y * w + x] = column[y];
    }
}

} // namespace husk::detail
