// SPDX-License-Identifier: MIT
#pragma once
#include <husk/core/interval.hpp>
#include <husk/core/rect.hpp>
#include <husk/rng/key.hpp>
#include <husk/rng/philox.hpp>

#include <span>
#include <utility>

namespace husk {

/// All the random numbers that a sample may need, computed from its key and never stored. A stream is a
/// value: a copy repeats it, a fork never meets it. The numbers are ours, not the standard library's, whose
/// distributions differ between vendors.
class stream {
public:
    /// The key goes through one block of Philox, a bijection: two samples of a seed never share a stream.
    constexpr explicit stream(key const& k) :
        stream(philox4x32({low(k.index), high(k.index), k.epoch, k.view}, {low(k.seed), high(k.seed)}))
    {
    }

    /// An independent stream; equal children of equal parents are equal. Drawing does not change one's forks.
    constexpr auto fork(std::uint32_t child) const -> stream
    {
        return stream(philox4x32({child, fork_mark, salt_[0], salt_[1]}, key_));
    }

    /// 32 random bits.
    constexpr auto bits() -> std::uint32_t
    {
        auto const lane = static_cast<std::size_t>(drawn_ % 4);
        if (lane == 0) block_ = philox4x32({low(drawn_ / 4), high(drawn_ / 4), salt_[0], salt_[1]}, key_);
        ++drawn_;
        return block_[lane];
    }

    /// Uniform in [0, 1): a multiple of 2^-24.
    constexpr auto unit() -> float { return static_cast<float>(bits() >> 8) * 0x1p-24f; }

    /// True with probability `p`.
    constexpr auto chance(float p) -> bool { return unit() < p; }

    /// Uniform in {0, ..., n - 1}, without bias (Lemire, "Fast Random Integer Generation in an Interval",
    /// 2019). n must be positive.
    constexpr auto below(std::uint32_t n) -> std::uint32_t
    {
        auto product = std::uint64_t{bits()} * n;
        if (low(product) < n) {
            auto const surplus = (0u - n) % n;
            while (low(product) < surplus) product = std::uint64_t{bits()} * n;
        }
        return high(product);
    }

    /// Uniform over the integers of a closed interval.
    constexpr auto in(interval<int> i) -> int
    {
        auto const width = static_cast<std::uint32_t>(i.high) - static_cast<std::uint32_t>(i.low) + 1;
        auto const step = width == 0 ? bits() : below(width); // zero: all of the 2^32 integers
        return static_cast<int>(static_cast<std::uint32_t>(i.low) + step);
    }

    /// Uniform over a closed interval. Both products are exact in double, so that a compiler which fuses the
    /// addition into one of them gets the same number as one that does not.
    constexpr auto in(interval<float> i) -> float
    {
        auto const u = static_cast<double>(unit());
        return static_cast<float>(double{i.low} * (1 - u) + double{i.high} * u);
    }

    /// Where a box may stand inside `whole`: every place is equally likely. The box must fit.
    constexpr auto corner(extent whole, extent box) -> point
    {
        auto const x = in(interval{0, whole.width - box.width});
        return {x, in(interval{0, whole.height - box.height})};
    }

    /// Fills `out` with a permutation of 0, 1, ...: every one is equally likely (Fisher and Yates).
    template <class T>
    constexpr void permutation(std::span<T> out)
    {
        for (std::size_t i = 0; i < out.size(); ++i) {
            auto const j = below(static_cast<std::uint32_t>(i + 1));
            out[i] = out[j];
            out[j] = static_cast<T>(i);
        }
    }

    friend constexpr auto operator==(stream const& a, stream const& b) -> bool
    {
        return a.key_ == b.key_ && a.salt_ == b.salt_ && a.drawn_ == b.drawn_;
    }

    /// Sixteen hexadecimal digits that tell streams apart in debugging output.
    auto name() const -> std::string
    {
        char digits[17];
        std::snprintf(digits, sizeof digits, "%08x%08x", static_cast<unsigned>(key_[0]),
                      static_cast<unsigned>(key_[1]));
        return digits;
    }

private:
    // A block is numbered by a counter below 2^62, so that its upper half never reaches the mark of a fork.
    static constexpr std::uint32_t fork_mark = 0x80000000;

    constexpr explicit stream(philox_counter const& block) :
        key_{block[0], block[1]}, salt_{block[2], block[3]}
    {
    }

    static constexpr auto low(std::uint64_t v) -> std::uint32_t { return static_cast<std::uint32_t>(v); }
    static constexpr auto high(std::uint64_t v) -> std::uint32_t
    {
        return static_cast<std::uint32_t>(v >> 32);
    }

    philox_key key_;
    std::array<std::uint32_t, 2> salt_;
    std::uint64_t drawn_ = 0;
    philox_counter block_{};
};

} // namespace husk
