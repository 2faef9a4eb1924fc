// SPDX-License-Identifier: MIT
#pragma once
#include <husk/core/arena.hpp>
#include <husk/kernel/halved.hpp>
#include <husk/kernel/with_channels.hpp>

namespace husk {

/// A picture to take texture from: a window of one of the sources.
struct exemplar {
    rect window;
    int source = 0;

    friend constexpr auto operator==(exemplar const&, exemplar const&) -> bool = default;
};

namespace detail {

/// The exemplars as words, one a pixel, whose bytes are its 8-bit levels, every pixel numbered; as they are,
/// or reduced by a power of two.
class word_pictures {
public:
    static constexpr int slack = 64; ///< elements that a register may read before the first pixel, and past
                                     ///< the last

    /// Where an exemplar's pixels begin.
    struct part {
        extent size;
        int first;
    };

    word_pictures(arena& memory, std::span<exemplar const> exemplars, int channels, int scale = 1) :
        channels_(channels), scale_(scale)
    {
        parts_ = memory.take<part>(exemplars.size());
        for (std::size_t e = 0; e < exemplars.size(); ++e) {
            auto const [w, h] = exemplars[e].window.size;
            extent const size{(w + scale - 1) / scale, (h + scale - 1) / scale};
            if (!parts_.empty()) parts_[e] = {size, pixels_};
            pixels_ += static_cast<int>(size.area());
        }
        words_ = padded(memory.take<std::uint32_t>(static_cast<std::size_t>(pixels_ + 2 * slack)));
    }

    /// Takes the levels, 0 to 255, from level.row(exemplar, y)(x, channel).
    template <class Arch, class Level>
    void fill(Level const& level)
    {
        with_channels(channels_, [&](auto channels) {
            fill_rows<Arch>([&](std::size_t e, int y) {
                return [row = level.row(e, y), channels](int x) {
                    std::uint32_t word = 0;
                    for (int c = 0; c < channels; ++c) word |= static_cast<std::uint32_t>(row(x, c)) << 8 * c;
                    return word;
                };
            });
        });
    }
    /// Takes the same exemplars in small. Past an exemplar's end its last pixels go on.
    template <class Arch>
    void reduce(word_pictures const& whole);

    auto channels() const -> int { return channels_; }
    auto scale() const -> int { return scale_; }
    auto pixels() const -> int { return pixels_; }
    auto parts() const -> std::span<part const> { return parts_; }
    auto words() const -> std::uint32_t const* { return words_; }
    /// The pixels of an exemplar.
    auto rows(std::size_t e) const -> word_rows<std::uint32_t const>
    {
        return {words_ + parts_[e].first, parts_[e].size.width};
    }

    /// Memory with slack around it, where it is dark.
    template <class T>
    static auto padded(std::span<T> memory) -> T*
    {
        if (memory.empty()) return nullptr;
        std::fill_n(memory.begin(), slack, T{0});
        std::fill(memory.end() - slack, memory.end(), T{0});
        return memory.data() + slack;
    }

private:
    template <class Arch, class Row>
    void fill_rows(Row const& row)
    {
        auto* out = words_;
        for (std::size_t e = 0; e < parts_.size(); ++e)
            for (int y = 0; y < parts_[e].size.height; ++y) {
                auto const word = row(e, y);
                for (int x = 0; x < parts_[e].size.width; ++x) *out++ = word(x);
            }
    }

    int channels_, scale_, pixels_ = 0;
    std::span<part> parts_;
    std::uint32_t* words_;
};

template <class Arch>
void word_pictures::reduce(word_pictures const& whole)
{
    if (scale_ == 2) {
        for (std::size_t e = 0; e < parts_.size(); ++e)
            halve<Arch>(whole.rows(e), whole.parts()[e].size, {{}, parts_[e].size},
                        {words_ + parts_[e].first, parts_[e].size.width});
        return;
    }
    fill_rows<Arch>([&](std::size_t e, int y) {
        return [this, rows = whole.rows(e), last = whole.parts()[e].size, y](int x) {
            return mean_of(scale_, scale_ * x, scale_ * y, [&](int wx, int wy) {
                return rows.row(std::min(wy, last.height - 1))[std::min(wx, last.width - 1)];
            });
        };
    });
}

} // namespace detail
} // namespace husk
