// SPDX-License-Identifier: MIT
#pragma once
#include <husk/kernel/long_rows.hpp>
#include <husk/kernel/short_line.hpp>
#include <husk/simd/byte_table.hpp>

namespace husk::detail {

/// Levels as pack makes bytes of them, interleaved like `ramp`.
template <class Arch>
auto packed_levels(row const& levels) -> level_bytes
{
    level_bytes to{};
    pack<Arch>(levels, packed<std::uint8_t>{to.data(), {level_count, 1}}, 0);
    return to;
}

/// (n & kept) ^ turned for a byte n: nothing, a negative, fewer bits. The cheapest change of all.
template <class Arch>
struct level_bits {
    static constexpr std::size_t bytes_at_once = 64;

    std::uint8_t kept, turned;

    /// What makes `to` of the ramp, if there is such a thing.
    static auto through(level_bytes const& to) -> std::optional<level_bits>
    {
        level_bits const b{static_cast<std::uint8_t>(to.front() ^ to.back()), to.front()};
        level_bytes got;
        b(ramp.data(), got.data(), got.size());
        return got == to ? std::optional(b) : std::nullopt;
    }

    auto operator()(std::uint8_t n) const -> std::uint8_t
    {
        return static_cast<std::uint8_t>((n & kept) ^ turned);
    }
    /// `count` bytes, bytes_at_once or more; the last of them may be made twice.
    void operator()(std::uint8_t const* from, std::uint8_t* to, std::size_t count) const
    {
        for (std::size_t i = 0; i < count; i += bytes_at_once) {
            auto const at = std::min(i, count - bytes_at_once);
            for (std::size_t j = 0; j < bytes_at_once; ++j) to[at + j] = (*this)(from[at + j]);
        }
    }
};

/// Any bytes for bytes, the same in all channels, a register at a time.
template <class Arch>
struct level_lookup {
    static constexpr std::size_t bytes_at_once = simd::lookups_at_once<Arch>;

    simd::byte_table<Arch> table;

    static auto through(level_bytes const& to) -> std::optional<level_lookup>
    {
        std::array<std::uint8_t, level_count> one;
        for (std::size_t n = 0; n < one.size(); ++n) {
            one[n] = to[3 * n];
            if (to[3 * n + 1] != one[n] || to[3 * n + 2] != one[n]) return std::nullopt;
        }
        return level_lookup{simd::byte_table<Arch>(one.data())};
    }

    void operator()(std::uint8_t const* from, std::uint8_t* to, std::size_t count) const
    {
        for (std::size_t i = 0; i < count; i += bytes_at_once) {
            auto const at = std::min(i, count - bytes_at_once);
            table(from + at, to + at);
        }
    }
};

/// Any bytes for bytes, one by one.
template <class Arch>
struct level_table {
    std::array<std::array<std::uint8_t, level_count>, 3> channels;

    explicit level_table(level_bytes const& to)
    {
        for (std::size_t i = 0; i < to.size(); ++i) channels[i % 3][i / 3] = to[i];
    }

    void operator()(std::uint8_t const* from, std::uint8_t* to, std::size_t count) const
    {
        for (std::size_t i = 0; i < count; i += 3)
            for (std::size_t c = 0; c < 3; ++c) to[i + c] = channels[c][from[i + c]];
    }
};

/// Writes `to` where `rows` are bytes of which each becomes another, in the cheapest way that gives all 256
/// right; otherwise false.
template <class Arch>
auto write_levels(row_source const& rows, packed<std::uint8_t> to) -> bool
{
    if (!rows.levels.data) return false;
    auto const walk = long_rows<Arch>::of(rows.bytes, to);
    auto const bytes = std::size_t{3} * static_cast<std::size_t>(walk.width);
    auto const levels = packed_levels<Arch>(rows.levels);
    auto const by = [&](auto const& change) {
        for (int y = 0; y < walk.height; ++y) change(rows.bytes.row(y), to.row(y), bytes);
        return true;
    };
    if (bytes >= level_bits<Arch>::bytes_at_once)
        if (auto const bits = level_bits<Arch>::through(levels)) return by(*bits);
    if constexpr (!simd::real<Arch>::is_scalar)
        if (bytes >= short_line<Arch>::bytes_at_once)
            if (auto const line = short_line<Arch>::through(rows.levels, levels)) return by(*line);
    if (bytes >= level_line<Arch>::bytes_at_once)
        if (auto const line = level_line<Arch>::through(rows.levels, levels)) return by(*line);
    if constexpr (simd::lookups_at_once < Arch >> 0)
        if (bytes >= level_lookup<Arch>::bytes_at_once)
            if (auto const lookup = level_lookup<Arch>::through(levels)) return by(*lookup);
    return by(level_table<Arch>(levels));
}

} // namespace husk::detail
