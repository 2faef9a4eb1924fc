// SPDX-License-Identifier: MIT
#pragma once
#include <husk/kernel/picture_sizes.hpp>
#include <husk/kernel/with_channels.hpp>

#include <algorithm>
#include <cstdint>

namespace husk::detail {

/// Pictures as bytes, the channels of a pixel side by side.
class byte_pictures {
public:
    static constexpr int slack = 64; ///< bytes that a register may read past the last

    byte_pictures(arena& memory, picture_sizes const& sizes, int channels) :
        sizes_(sizes.kept(memory)), channels_(channels),
        bytes_(memory.take<std::uint8_t>(static_cast<std::size_t>(sizes.area() * channels + slack)))
    {
    }

    /// Takes the levels from level(exemplar, x, y, channel), 0 to 255.
    template <class Arch, class Level>
    void fill(Level const& level)
    {
        with_channels(channels_, [&](auto channels) {
            auto* to = bytes_.data(); // what a lambda only refers to, each byte that is written might change
            for (std::size_t e = 0; e < sizes_.size(); ++e)
                for (int y = 0, w = sizes_[e].width, h = sizes_[e].height; y < h; ++y)
                    for (int x = 0; x < w; ++x)
                        for (int c = 0; c < channels; ++c)
                            *to++ = static_cast<std::uint8_t>(level(e, x, y, c));
            std::fill_n(to, slack, std::uint8_t{0});
        });
    }

    auto sizes() const -> std::span<extent const> { return sizes_; }
    auto channels() const -> int { return channels_; }
    /// Bytes from a row to the next.
    auto pitch(std::size_t e) const -> std::ptrdiff_t { return std::ptrdiff_t{sizes_[e].width} * channels_; }
    auto at(std::size_t e, point p) const -> std::uint8_t const*
    {
        auto const* first = bytes_.data();
        for (std::size_t i = 0; i < e; ++i) first += pitch(i) * sizes_[i].height;
        return first + p.y * pitch(e) + std::ptrdiff_t{p.x} * channels_;
    }

private:
    std::span<extent> sizes_;
    int channels_;
    std::span<std::uint8_t> bytes_;
};

} // namespace husk::detail
