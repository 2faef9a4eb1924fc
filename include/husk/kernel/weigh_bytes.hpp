// SPDX-License-Identifier: MIT
#pragma once
#include <husk/kernel/convert.hpp>
#include <husk/simd/ushorts.hpp>

#include <array>
#include <span>

/// Symmetric filters on bytes, in fractions of 16 bits: down the columns to 1/128 of a level, then along the
/// rows to 1/256 of one, which is rounded, halves up.
namespace husk::detail {

/// Weights of a symmetric filter, in steps of 2^-17, for sums of the two pixels that are as far away: the
/// middle, whose two pixels are one, has half of its own. In all they are 1, or so near to it that a level
/// remains what it is; those beyond any distance are right to half a step.
class byte_weights {
public:
    static constexpr int most =
        12; ///< how many: n err by (n + 1) / 256 of a level at most, then by half of that

    /// From those of floats, by distance.
    template <class Arch>
    static auto of(std::span<float const> w) -> byte_weights
    {
        byte_weights b;
        b.count_ = static_cast<int>(w.size());
        double beyond = 0;
        int before = 0;
        for (auto k = w.size(); k-- > 1;) {
            beyond += double{w[k]};
            auto const sum = static_cast<int>(beyond * 0x1p17 + .5);
            b.steps_[k] = static_cast<std::uint16_t>(sum - before);
            before = sum;
        }
        b.steps_[0] = static_cast<std::uint16_t>(std::min((1 << 16) - before, (1 << 16) - 1));
        while (b.count_ > 1 && b.steps_[static_cast<std::size_t>(b.count_ - 1)] == 0) --b.count_;
        return b;
    }

    /// How many there are, without zeros at the end.
    auto count() const -> int { return count_; }
    auto steps() const -> std::uint16_t const* { return steps_.data(); }

private:
    int count_ = 0;
    std::array<std::uint16_t, std::size_t{most}> steps_{};
};

/// For every register of `length` numbers write(x, sum), where the sum is start + w[0] both(x, 0) +
/// w[1] both(x, 1) + ... and both(x, k) are the two numbers k away from x. Products are rounded down, by half
/// of the last bit on average, which the start makes good. `Count` is w.count(), or 0.
template <class Arch, int Count, class Both, class Write>
[[gnu::always_inline]] inline void weigh_sums(byte_weights const& w, int length, int start, Both const& both,
                                              Write const& write)
{
    using V = simd::ushorts<Arch>;
    int const n = Count ? Count : w.count();
    std::array<V, std::size_t{Count ? Count : byte_weights::most}> weights;
    for (std::size_t k = 0; k < weights.size(); ++k) weights[k] = V::all(w.steps()[k]);
    auto const first = V::all(static_cast<std::uint16_t>(start + n / 2));
    for_every<Arch>(
        V::lanes, length, [&](std::ptrdiff_t x) __attribute__((always_inline)) {
            V sum = first + both(x, 0) * weights[0];
            for (int k = 1; k < n; ++k) sum = sum + both(x, k) * weights[static_cast<std::size_t>(k)];
            write(x, sum);
        });
}

/// Bytes times 2^6.
template <class Arch>
[[gnu::noinline, gnu::flatten]] void widen(std::uint8_t const* from, int length, std::uint16_t* to)
{
    using V = simd::ushorts<Arch>;
    for_every<Arch>(
        V::lanes, length, [=](std::ptrdiff_t x) __attribute__((always_inline)) {
            V::template load_bytes<6>(from + x).store(to + x);
        });
}

/// A row of bytes that is widened where it is first needed.
struct fresh_row {
    std::uint8_t const* from = nullptr; ///< null: there is none
    std::uint16_t* to = nullptr;
};

/// Down the columns, of which column[k] is the widened row that is k away. If `Fresh`, the last of them is
/// not widened yet.
template <class Arch, int Count, bool Fresh>
[[gnu::noinline, gnu::flatten]] void weigh_bytes_down(std::uint16_t const* const* column,
                                                      byte_weights const& w, int length, fresh_row fresh,
                                                      std::uint16_t* to)
{
    using V = simd::ushorts<Arch>;
    // A store might change the pointers, for all that a compiler knows, unless they are its own.
    constexpr int reach = byte_weights::most - 1;
    std::array<std::uint16_t const*, std::size_t{2 * reach + 1}> rows;
    int const last = (Count ? Count : w.count()) - 1;
    for (int k = -last; k <= last; ++k) rows[static_cast<std::size_t>(reach + k)] = column[k];
    auto const at = [&](std::ptrdiff_t x, int k) __attribute__((always_inline))
    {
        if (!Fresh || k < last) return V::load(rows[static_cast<std::size_t>(reach + k)] + x);
        auto const v = V::template load_bytes<6>(fresh.from + x);
        v.store(fresh.to + x);
        return v;
    };
    weigh_sums<Arch, Count>(
        w, length, 0, [&](std::ptrdiff_t x, int k) { return at(x, -k) + at(x, k); },
        [to](std::ptrdiff_t x, auto sum) { sum.store(to + x); });
}

/// Along a row of pixels of `step` numbers each, which goes on left and right of it.
template <class Arch, int Count>
[[gnu::noinline, gnu::flatten]] void weigh_bytes_along(std::uint16_t const* from, std::ptrdiff_t step,
                                                       byte_weights const& w, int length, std::uint8_t* to)
{
    auto const at = [=](std::ptrdiff_t x) { return simd::ushorts<Arch>::load(from + x); };
    weigh_sums<Arch, Count>(
        w, length, 128, [=](std::ptrdiff_t x, int k) { return at(x - k * step) + at(x + k * step); },
        [to](std::ptrdiff_t x, auto sum) { sum.template store_bytes<8>(to + x); });
}

} // namespace husk::detail
