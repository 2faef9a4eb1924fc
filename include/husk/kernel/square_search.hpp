// SPDX-License-Identifier: MIT
#pragma once
#include <husk/kernel/overlap_parts.hpp>
#include <husk/kernel/square_sums.hpp>
#include <husk/kernel/sweep.hpp>

namespace husk::detail {

/// The sum of squared differences to what is laid, of every place of a block in every exemplar. It is
/// |a|^2 + |b|^2 - 2ab: the first from sums over boxes, the second once, so that only products are left.
class square_search {
public:
    using cost = std::uint64_t;

    /// Takes its memory, or counts it.
    square_search(arena& memory, picture_sizes const& exemplars, int channels, int block, int width) :
        width_(width), sums_(memory, exemplars), pictures_(memory, exemplars, channels, 1),
        taps_(memory, block, width, channels)
    {
        products_ = memory.take<std::uint32_t>(static_cast<std::size_t>(exemplars.area()));
        row_ = memory.take<std::uint32_t>(static_cast<std::size_t>(exemplars.widest()));
    }

    /// Takes the exemplars' levels from level(exemplar, x, y, channel), 0 to 255.
    template <class Arch, class Level>
    void fill(Level const& level)
    {
        sums_.fill<Arch>(pictures_.channels(), level);
        for (std::size_t e = 0; e < pictures_.sizes().size(); ++e)
            for (int y = 0; y < pictures_.sizes()[e].height; ++y)
                pictures_.put_row<Arch>(e, y, [&](std::int16_t* to) {
                    for (int x = 0; x < pictures_.sizes()[e].width; ++x)
                        for (int c = 0; c < pictures_.channels(); ++c, ++to)
                            *to = static_cast<std::int16_t>(level(e, x, y, c));
                });
        pictures_.finish<Arch>();
    }

    auto places_of(extent block) const -> places { return {pictures_.sizes(), block}; }

    /// Writes the cost of each of places_of(block). laid(x, y, channel) is what lies at x and y from the
    /// block's corner.
    template <class Arch, class Laid>
    void costs(extent block, bool has_left, bool has_top, Laid const& laid, std::span<std::uint64_t> out)
    {
        overlap_parts const o(block, width_, has_left, has_top);
        std::fill(out.begin(), out.end(), std::uint64_t{0});
        if (o.area() * pictures_.channels() <= most) return add<Arch>(block, o.parts, laid, out);
        for (auto const& part : o.parts) {
            int const rows = most / (pictures_.channels() * std::max(part.size.width, 1));
            for (int y = 0; y < part.size.height; y += rows) {
                rect const band{part.at + point{0, y},
                                {part.size.width, std::min(rows, part.size.height - y)}};
                add<Arch>(block, {&band, 1}, laid, out);
            }
        }
    }

private:
    static constexpr int most =
        static_cast<int>(0xffffffffu / (255 * 255)); ///< differences that 32 bits hold

    /// Adds what the parts cost, exact as their costs fit 32 bits, whatever the terms do.
    template <class Arch, class Laid>
    void add(extent block, std::span<rect const> parts, Laid const& laid, std::span<std::uint64_t> out)
    {
        std::uint32_t square = 0;
        taps_.clear();
        for (auto const& part : parts)
            taps_.add<Arch>(part.at, part.size, pictures_.channels(), [&](int x, int y, std::int16_t* to) {
                for (int c = 0; c < pictures_.channels(); ++c) {
                    std::uint32_t const v = laid(part.at.x + x, part.at.y + y, c);
                    square += v * v;
                    to[c] = static_cast<std::int16_t>(v);
                }
            });
        auto const all = places_of(block);
        sweep<products<Arch>>(pictures_, taps_, all, products_.data());
        std::size_t number = 0;
        for (std::size_t e = 0; e < all.exemplars().size(); ++e)
            for (int y = 0; y < all.range(e).height; ++y) {
                auto const n = static_cast<std::size_t>(all.range(e).width);
                std::fill_n(row_.begin(), n, square);
                for (auto const& part : parts)
                    sums_.add<Arch>(e, {point{0, y} + part.at, part.size}, static_cast<int>(n), row_.data());
                for (std::size_t x = 0; x < n; ++x, ++number) out[number] += row_[x] - 2 * products_[number];
            }
    }

    int width_;
    square_sums sums_;
    lane_pictures<std::int16_t, 2> pictures_;
    laid_taps<std::int16_t, 2> taps_;
    std::span<std::uint32_t> products_, row_; // of all places; the squares of a row of them
};

} // namespace husk::detail
