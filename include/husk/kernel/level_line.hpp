// SPDX-License-Identifier: MIT
#pragma once
#include <husk/core/arena.hpp>
#include <husk/kernel/convert.hpp>
#include <husk/kernel/point.hpp>
#include <husk/simd/byte_lanes.hpp>
#include <husk/simd/divisor.hpp>

#include <optional>

/// What becomes of bytes where every channel is changed by itself: 3 x 256 levels say all of it. Often they
/// lie on lines, as after a change of brightness or contrast. A line is trusted when it has given all of
/// them right, and then a byte costs a product and a sum. For other changes see level_table.hpp.
namespace husk::detail {

inline constexpr int level_count = 256;

/// A byte for every level, in three channels.
using level_bytes = std::array<std::uint8_t, std::size_t{3 * level_count}>;

/// The levels themselves.
inline constexpr auto ramp = [] {
    level_bytes all{};
    for (std::size_t i = 0; i < all.size(); ++i) all[i] = static_cast<std::uint8_t>(i / 3);
    return all;
}();

/// Lets `after`, rows that `k` makes of `before` channel by channel, be bytes and levels if `before` was.
template <class Arch, class K>
void carry_levels(K const& k, row_source const& before, row_source& after, arena& memory)
{
    if (before.bytes.size.empty()) return;
    after.bytes = before.bytes;
    after.levels = row::take(memory, level_count, 3);
    if (memory.counts()) return;
    if (before.levels.data)
        for (int c = 0; c < 3; ++c) std::copy_n(before.levels[c], level_count, after.levels[c]);
    else unpack<Arch>(packed<std::uint8_t const>{ramp.data(), {level_count, 1}}, 0, 0, after.levels);
    recolour<Arch>(k, after.levels, 0);
}

/// A line on which 256 colours may lie, in levels.
template <class Arch>
struct line_guess {
    int first = 0, last = level_count - 1; // that the ends of [0, 1] have not stopped
    float slope, start;

    /// From the first and the last of those.
    explicit line_guess(float const* colours)
    {
        auto const stopped = [&](int i) { return !(colours[i] > 0 && colours[i] < 1); };
        while (first < last && stopped(first)) ++first;
        while (last > first && stopped(last)) --last;
        double const from = 255. * double{colours[first]}, to = 255. * double{colours[last]};
        double const rise = first < last ? (to - from) / (last - first) : 0;
        slope = static_cast<float>(rise);
        start = first < last ? static_cast<float>(from - rise * first) : colours[0] > 0 ? 255.f : 0.f;
    }
};

/// slope n + start for a byte n, rounded to a byte; channel by channel.
template <class Arch>
class level_line {
public:
    /// The bytes that four registers in each of the channels hold.
    static constexpr std::size_t bytes_at_once = 12 * simd::real<Arch>::lanes;

    /// The line on which the colours `after` lie, if it makes their bytes, `expected`, of the ramp.
    static auto through(row const& after, level_bytes const& expected) -> std::optional<level_line>
    {
        level_line const line(after);
        level_bytes got{};
        line(ramp.data(), got.data(), ramp.size());
        return got == expected ? std::optional(line) : std::nullopt;
    }

    /// `count` bytes, whole pixels, of which there are bytes_at_once or more.
    void operator()(std::uint8_t const* from, std::uint8_t* to, std::size_t count) const
    {
        for (std::size_t i = 0; i < count; i += bytes_at_once) {
            auto const at = std::min(i, count - bytes_at_once);
            simd::for_channels<Arch, 3>([&](auto third) {
                constexpr int registers = 4 * third;
                auto p = simd::load_bytes<Arch>(from + at + registers * n);
                simd::for_channels<Arch, 4>([&](auto k) { p[k] = value<(registers + k) % 3>(p[k]); });
                simd::store_bytes<Arch>(p, to + at + registers * n);
            });
        }
    }

private:
    using V = simd::real<Arch>;
    static constexpr int n = V::lanes;

    explicit level_line(row const& after)
    {
        alignas(64) std::array<std::array<float, std::size_t{3 * n}>, 2> numbers;
        for (int c = 0; c < 3; ++c) {
            line_guess<Arch> const guess(after[c]);
            for (int i = c; i < 3 * n; i += 3) {
                numbers[0][static_cast<std::size_t>(i)] = guess.slope;
                numbers[1][static_cast<std::size_t>(i)] = guess.start;
            }
        }
        for (int i = 0; i < 3; ++i) {
            slope_[static_cast<std::size_t>(i)] = V::load(numbers[0].data() + i * n);
            start_[static_cast<std::size_t>(i)] = V::load(numbers[1].data() + i * n);
        }
    }

    template <int Third>
    auto value(V byte) const -> V
    {
        if constexpr (simd::detail::fuses<Arch>)
            return xsimd::fma(byte.value, slope_[Third].value, start_[Third].value);
        else return byte * slope_[Third] + start_[Third];
    }

    std::array<V, 3> slope_, start_; // of three registers side by side
};

} // namespace husk::detail
