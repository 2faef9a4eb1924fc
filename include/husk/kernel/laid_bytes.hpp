// SPDX-License-Identifier: MIT
#pragma once
#include <husk/kernel/byte_pictures.hpp>
#include <husk/kernel/overlap_parts.hpp>
#include <husk/kernel/places.hpp>
#include <husk/kernel/with_channels.hpp>
#include <husk/simd/octet_squares.hpp>

namespace husk::detail {

/// What is laid under a block, as bytes in rows: to compare with one place after the other.
class laid_bytes {
public:
    static constexpr int line = 64; ///< rows begin at multiples of this, the widest register

    laid_bytes(arena& memory, int block, int width, int channels) : channels_(channels)
    {
        auto const rows = [&](int pixels, int n) {
            return static_cast<std::size_t>(padded(pixels * channels) * n);
        };
        bytes_ = memory.take<std::uint8_t>(rows(block, width) + rows(width, block));
    }

    /// Reads it from laid(x, y, channel), x and y from the block's corner.
    template <class Arch, class Laid>
    void read(overlap_parts const& o, Laid const& laid)
    {
        overlap_ = o;
        with_channels(channels_, [&](auto channels) {
            auto* to = bytes_.data(); // what a lambda only refers to, each byte that is written might change
            auto const level = laid;
            for (auto const part : o.parts)
                for (int y = 0; y < part.size.height && part.size.width > 0; ++y) {
                    auto* const begin = to;
                    for (int x = 0; x < part.size.width; ++x)
                        for (int c = 0; c < channels; ++c)
                            *to++ = static_cast<std::uint8_t>(level(part.at.x + x, part.at.y + y, c));
                    to = std::fill_n(to, padded(part.size.width * channels) - (to - begin), std::uint8_t{0});
                }
        });
    }

    /// The sums of the channels over a box of a part.
    template <class Arch>
    auto box_sums(std::size_t part, rect const& box) const -> std::array<int, 4>
    {
        auto const first = overlap_.parts[0].size, own = overlap_.parts[part].size;
        auto const pitch = padded(own.width * channels_);
        auto const* row = bytes_.data() + (part == 0 ? 0 : padded(first.width * channels_) * first.height) +
                          box.at.y * pitch + box.at.x * channels_;
        std::array<int, 4> sums{};
        with_channels(channels_, [&](auto channels) {
            for (int y = 0; y < box.size.height; ++y, row += pitch)
                for (int x = 0; x < box.size.width; ++x)
                    for (int c = 0; c < channels; ++c)
                        sums[static_cast<std::size_t>(c)] += row[x * channels + c];
        });
        return sums;
    }

    /// The sum of the absolute differences to what the block would show from this place.
    template <class Arch>
    auto distance(byte_pictures const& pictures, spot const& p) const -> std::uint32_t
    {
        using octets = simd::octets<Arch>;
        return static_cast<std::uint32_t>(
            octets::total(compare<Arch>(pictures, p, octets::none(), [](auto& sums, auto x, auto y) {
                sums = sums + octets::distances(x, y);
            })));
    }

    /// The sum of the squared differences.
    template <class Arch>
    auto squares(byte_pictures const& pictures, spot const& p) const -> std::uint64_t
    {
        return compare<Arch>(pictures, p, simd::octet_squares<Arch>(),
                             [](auto& sums, auto x, auto y) { sums.add(x, y); })
            .total();
    }

private:
    /// Calls f(sums, there, laid) with all bytes, registers of both, and returns the sums, which stay in
    /// registers too; what lies past the end of a row is zero in both.
    template <class Arch, class Sums, class F>
    auto compare(byte_pictures const& pictures, spot const& p, Sums sums, F const& f) const -> Sums
    {
        auto const e = static_cast<std::size_t>(p.exemplar);
        auto const pitch = pictures.pitch(e);
        auto const* const from = pictures.at(e, p.at);
        auto const* to = bytes_.data();
        for (auto const& part : overlap_.parts) {
            int const length = part.size.width * channels_, rows = length > 0 ? part.size.height : 0;
            auto const* const begin = from + part.at.y * pitch + part.at.x * channels_;
            switch ((length - 1) /
                    (8 * simd::octets<Arch>::lanes)) { // all that is asked again in every row costs
            case 0:
                sums = compare_rows<Arch, 1>(begin, pitch, to, length, rows, sums, f);
                break;
            case 1:
                sums = compare_rows<Arch, 2>(begin, pitch, to, length, rows, sums, f);
                break;
            case 2:
                sums = compare_rows<Arch, 3>(begin, pitch, to, length, rows, sums, f);
                break;
            default:
                sums = compare_rows<Arch, 0>(begin, pitch, to, length, rows, sums, f);
            }
            to += padded(length) * rows;
        }
        return sums;
    }
    /// Rows of so many registers; 0 stands for any number.
    template <class Arch, int Registers, class Sums, class F>
    static auto compare_rows(std::uint8_t const* from, std::ptrdiff_t pitch, std::uint8_t const* to,
                             int length, int rows, Sums sums, F const& f) -> Sums
    {
        using octets = simd::octets<Arch>;
        constexpr int step = 8 * octets::lanes;
        int const last = Registers > 0 ? step * (Registers - 1) : (length - 1) / step * step;
        auto const mask = octets::first_bytes(length - last);
        auto const next = padded(length);
        auto const some = [&](auto count) __attribute__((always_inline))
        {
            for (; rows >= count; rows -= count)
                for (int r = 0; r < count; ++r, from += pitch, to += next) {
                    for (int i = 0; i < last; i += step)
                        f(sums, octets::load(from + i), octets::load(to + i));
                    f(sums, octets::load(from + last) & mask, octets::load(to + last));
                }
        };
        some(std::integral_constant<int, 4>{}); // a count costs as much as a row
        some(std::integral_constant<int, 1>{});
        return sums;
    }

    static auto padded(int bytes) -> std::ptrdiff_t { return (bytes + line - 1) / line * line; }

    int channels_;
    overlap_parts overlap_{{}, 0, false, false};
    std::span<std::uint8_t> bytes_;
};

} // namespace husk::detail
