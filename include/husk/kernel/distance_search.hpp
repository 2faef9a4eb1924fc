// SPDX-License-Identifier: MIT
#pragma once
#include <husk/kernel/overlap_parts.hpp>
#include <husk/kernel/sweep.hpp>

namespace husk::detail {

/// The sum of absolute differences to what is laid, of every place of a block in every exemplar.
class distance_search {
public:
    using cost = std::uint32_t;

    /// Takes its memory, or counts it.
    distance_search(arena& memory, picture_sizes const& exemplars, int channels, int block, int width) :
        width_(width), pictures_(memory, exemplars, channels, 1), taps_(memory, block, width, channels)
    {
    }

    /// Takes the exemplars' levels from level(exemplar, x, y, channel), 0 to 255.
    template <class Arch, class Level>
    void fill(Level const& level)
    {
        for (std::size_t e = 0; e < pictures_.sizes().size(); ++e)
            for (int y = 0; y < pictures_.sizes()[e].height; ++y)
                pictures_.put_row<Arch>(e, y, [&](std::uint8_t* to) {
                    for (int x = 0; x < pictures_.sizes()[e].width; ++x)
                        for (int c = 0; c < pictures_.channels(); ++c, ++to)
                            *to = static_cast<std::uint8_t>(level(e, x, y, c));
                });
        pictures_.finish<Arch>();
    }

    auto places_of(extent block) const -> places { return {pictures_.sizes(), block}; }

    /// Writes the cost of each of places_of(block). laid(x, y, channel) is what lies at x and y from the
    /// block's corner.
    template <class Arch, class Laid>
    void costs(extent block, bool has_left, bool has_top, Laid const& laid, std::span<std::uint32_t> out)
    {
        taps_.clear();
        for (auto const& part : overlap_parts(block, width_, has_left, has_top).parts)
            taps_.add<Arch>(part.at, part.size, pictures_.channels(), [&](int x, int y, std::uint8_t* to) {
                for (int c = 0; c < pictures_.channels(); ++c)
                    to[c] = static_cast<std::uint8_t>(laid(part.at.x + x, part.at.y + y, c));
            });
        sweep<byte_distances<Arch>>(pictures_, taps_, places_of(block), out.data());
    }

private:
    int width_;
    lane_pictures<std::uint8_t, 8> pictures_;
    laid_taps<std::uint8_t, 8> taps_;
};

} // namespace husk::detail
