// SPDX-License-Identifier: MIT
#pragma once
#include <husk/kernel/picture_sizes.hpp>

#include <algorithm>
#include <cstdint>

namespace husk::detail {

/// The sums of the squared levels of any box in a few pictures, from the sums of all boxes that begin in the
/// corner; their lowest 32 bits.
class square_sums {
public:
    square_sums(arena& memory, picture_sizes const& sizes) : sizes_(sizes.kept(memory))
    {
        std::int64_t n = 0;
        for (std::size_t e = 0; e < sizes.size(); ++e) n += area(sizes[e]);
        sums_ = memory.take<std::uint32_t>(static_cast<std::size_t>(n));
    }

    /// Takes the levels from level(exemplar, x, y, channel), 0 to 255.
    template <class Arch, class Level>
    void fill(int channels, Level const& level)
    {
        auto* to = sums_.data();
        for (std::size_t e = 0; e < sizes_.size(); ++e) {
            auto const pitch = sizes_[e].width + 1;
            std::fill_n(to, pitch, 0u);
            to += pitch;
            for (int y = 0; y < sizes_[e].height; ++y) {
                std::uint32_t row = 0;
                *to++ = 0;
                for (int x = 0; x < sizes_[e].width; ++x, ++to) {
                    for (int c = 0; c < channels; ++c) {
                        auto const v = static_cast<std::uint32_t>(level(e, x, y, c));
                        row += v * v;
                    }
                    *to = row + *(to - pitch);
                }
            }
        }
    }

    /// Adds to out[i], for i < n, the sum over `box` moved i pixels to the right.
    template <class Arch>
    void add(std::size_t e, rect const& box, int n, std::uint32_t* out) const
    {
        auto const* first = sums_.data();
        for (std::size_t i = 0; i < e; ++i) first += area(sizes_[i]);
        auto const pitch = std::ptrdiff_t{sizes_[e].width} + 1;
        auto const *const above = first + box.at.y * pitch + box.at.x, *const below =
                                                                           above + box.size.height * pitch;
        auto const width = box.size.width;
        for (int i = 0; i < n; ++i) out[i] += below[i + width] - below[i] - above[i + width] + above[i];
    }

private:
    static auto area(extent s) -> std::int64_t { return extent{s.width + 1, s.height + 1}.area(); }

    std::span<extent> sizes_;
    std::span<std::uint32_t> sums_;
};

} // namespace husk::detail
