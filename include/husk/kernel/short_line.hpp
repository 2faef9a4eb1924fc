// SPDX-License-Identifier: MIT
#pragma once
#include <husk/kernel/short_numbers.hpp>
#include <husk/simd/raised_bytes.hpp>

#include <cstring>

namespace husk::detail {

/// A line of short_numbers for each channel: half of level_line's instructions.
template <class Arch>
class short_line {
public:
    static constexpr std::size_t register_bytes = std::size_t{2 * simd::ushorts<Arch>::lanes};
    static constexpr std::size_t bytes_at_once = 3 * register_bytes;

    /// As level_line does it.
    static auto through(row const& after, level_bytes const& expected) -> std::optional<short_line>
    {
        std::array<short_numbers<Arch>, 3> numbers;
        for (int c = 0; c < 3; ++c) {
            auto& to = numbers[static_cast<std::size_t>(c)];
            if (c > 0 && std::memcmp(after[c], after[0], sizeof(float) * level_count) == 0) {
                to = numbers[0];
                continue;
            }
            std::array<std::uint8_t, level_count> bytes;
            pack_plane<Arch>(after[c], level_count, bytes.data());
            auto const found = short_numbers<Arch>::through(line_guess<Arch>(after[c]), bytes.data());
            if (!found) return std::nullopt;
            to = *found;
        }
        short_line const line(numbers);
        level_bytes got;
        line(ramp.data(), got.data(), ramp.size());
        return got == expected ? std::optional(line) : std::nullopt;
    }

    /// `count` bytes, whole pixels, of which there are bytes_at_once or more.
    [[gnu::noinline, gnu::flatten]] void operator()(std::uint8_t const* from, std::uint8_t* to,
                                                    std::size_t count) const
    {
        auto const k = *this; // bytes that are stored do not change it
        for (std::size_t i = 0; i < count; i += bytes_at_once) {
            auto const at = std::min(i, count - bytes_at_once);
            for (std::size_t j = 0; j < 3; ++j) {
                auto const here = at + j * register_bytes;
                auto const v = simd::raised(simd::load_byte_pairs<Arch>(from + here), k.part_[j]);
                simd::store_lowered<6, Arch>(
                    {{v[0] * k.slope_[j][0] + k.start_[j][0], v[1] * k.slope_[j][1] + k.start_[j][1]}},
                    to + here);
            }
        }
    }

private:
    using V = simd::ushorts<Arch>;
    using both = std::array<V, 2>;

    /// All bits in the bytes of a channel.
    static constexpr auto masks = [] {
        std::array<std::array<std::uint8_t, bytes_at_once>, 3> all{};
        for (std::size_t i = 0; i < bytes_at_once; ++i) all[i % 3][i] = 255;
        return all;
    }();

    explicit short_line(std::array<short_numbers<Arch>, 3> const& numbers)
    {
        for (std::size_t j = 0; j < 3; ++j) {
            part_[j] = V::all(0);
            slope_[j].fill(V::all(0));
            start_[j].fill(V::all(0));
            for (std::size_t c = 0; c < 3; ++c) {
                auto const& n = numbers[c];
                auto const mask = simd::load_byte_pairs<Arch>(masks[c].data() + j * register_bytes);
                auto const halves = simd::raised(mask, mask);
                part_[j] = part_[j] + (mask & V::all(static_cast<std::uint16_t>(257 * n.part)));
                for (std::size_t h = 0; h < 2; ++h) {
                    slope_[j][h] = slope_[j][h] + (halves[h] & V::all(n.slope));
                    start_[j][h] = start_[j][h] + (halves[h] & V::all(n.start));
                }
            }
        }
    }

    std::array<V, 3> part_;
    std::array<both, 3> slope_, start_;
};

} // namespace husk::detail
