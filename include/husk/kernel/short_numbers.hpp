// SPDX-License-Identifier: MIT
#pragma once
#include <husk/kernel/level_line.hpp>

namespace husk::detail {

/// A rising line in whole numbers of 16 bits: ((256 n + part) slope / 2^16 + start) / 64 for a byte n,
/// stopped at 0 and 255. That is slope n / 2^14 + offset, which is a multiple of 2^-22, rounded once: as a
/// whole number is added between, to round down twice is to round once.
template <class Arch>
struct short_numbers {
    std::uint16_t slope, start;
    std::uint8_t part;

    /// Those that make of the levels from guess.first to guess.last what `bytes` says, if there are such.
    /// Bytes leave a line's slope so much choice that a multiple of 2^-14 beside it is nearly always as good.
    static auto through(line_guess<Arch> const& guess, std::uint8_t const* bytes)
        -> std::optional<short_numbers>
    {
        float const slope = guess.slope * float{one};
        if (!(slope >= 0 && slope < 0xffff)) return std::nullopt;
        int const below = static_cast<int>(slope), near = slope - static_cast<float>(below) < .5f ? 0 : 1;
        for (int const s : {below + near, below + 1 - near}) {
            auto const offsets = offsets_at(s, guess, bytes);
            if (offsets.end - offsets.begin <= -level_count) break; // nor does the other slope reach so far
            if (auto const numbers = fitting(s, offsets)) return numbers;
        }
        return std::nullopt;
    }

private:
    static constexpr int one = 1 << 14; // a level

    struct offset_range {
        int begin, end; // in steps of 2^-14; of those of 2^-22 beside `end` the one before it is the last
    };

    /// With which all levels come out: by its offset a level n is at least bytes[n], and less than one more.
    static auto offsets_at(int slope, line_guess<Arch> const& g, std::uint8_t const* bytes) -> offset_range
    {
        offset_range all{-(1 << 30), 1 << 30};
        for (int n = g.first; n <= g.last; ++n) {
            int const least = bytes[n] * one - slope * n;
            all.begin = std::max(all.begin, least);
            all.end = std::min(all.end, least + one);
        }
        return all;
    }

    /// An offset, from the largest downwards, that part slope + 2^16 start meets, if no sum needs more than
    /// 16 bits, a sign included.
    static auto fitting(int slope, offset_range const& offsets) -> std::optional<short_numbers>
    {
        auto const choice = std::int64_t{256} * (offsets.end - offsets.begin);
        auto const largest = std::int64_t{256} * offsets.end - 1;
        for (int part = 0; part < 256 && choice > 0; ++part) {
            auto const rest = largest - part * slope;
            if ((rest & 0xffff) >= choice) continue;
            auto const start = rest >> 16, last = ((255 * 256 + part) * std::int64_t{slope} >> 16) + start;
            if (start < -0x8000 || last > 0x7fff) return std::nullopt;
            return short_numbers{static_cast<std::uint16_t>(slope), static_cast<std::uint16_t>(start),
                                 static_cast<std::uint8_t>(part)};
        }
        return std::nullopt;
    }
};

} // namespace husk::detail
