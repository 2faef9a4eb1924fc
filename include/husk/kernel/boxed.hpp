// SPDX-License-Identifier: MIT
#pragma once
#include <husk/kernel/box.hpp>
#include <husk/kernel/convert.hpp>
#include <husk/kernel/kept_rows.hpp>
#include <husk/kernel/softened.hpp>

#include <cstring>

namespace husk {

/// A stage: three passes of a box along the rows and three down the columns, over levels from 0 to 255. The
/// border is the edge; alpha stays as it is.
class boxed {
public:
    template <class Chain>
    static void join(Chain& c, float radius)
    {
        using Arch = typename Chain::architecture;
        auto const weights = detail::box_weights::of<Arch>(radius);
        if (weights.soft) return softened::join(c, weights);
        auto& memory = c.memory();
        auto const size = c.size();
        boxed b;
        b.before_ = c.rows();
        b.weights_ = weights;
        b.reach_ = b.weights_.full + 1;
        constexpr int line = 64, most_beyond = 64; // bytes; that are written past the end of a row
        b.margin_ = (b.reach_ + line - 1) / line * line;
        b.plane_ = (size.width + 2 * b.reach_ + 15) / 16 * 16;
        b.colours_ = row::take(memory, size.width, c.channels());
        auto const length = b.template length<Arch>() + most_beyond;
        for (auto& r : b.scratch_)
            r = memory.template take<std::uint8_t>(static_cast<std::size_t>(b.margin_ + length + b.reach_))
                    .data();
        auto const seen = std::min(2 * b.reach_ + 1, size.height);
        for (auto& r : b.rows_) r = kept_rows<std::uint8_t>::take<Arch>(memory, seen, length);
        b.column_ = memory.template take<std::uint8_t const*>(static_cast<std::size_t>(2 * b.reach_ + 1));
        if (c.channels() == 4)
            b.alpha_ = kept_rows<float>::take<Arch>(memory, std::min(3 * b.reach_ + 1, size.height),
                                                    row::padded(size.width));
        c.push(b, size);
    }

    template <class Arch>
    void pull(int y, row const& to) const
    {
        auto const l = pull_levels<Arch>(y);
        unpack<Arch>(planar<std::uint8_t const>{l.data, {to.width, 1}, planes<Arch>(), to.width, l.plane}, 0,
                     0, to);
        if (to.channels == 4) {
            auto const* const alpha = alpha_.get(y, [&](float* kept) { keep_alpha<Arch>(y, kept); });
            std::memcpy(to[3], alpha, static_cast<std::size_t>(to.width) * sizeof(float));
        }
    }

    template <class Arch>
    auto has_levels() const -> bool
    {
        return colours_.channels < 4;
    }
    template <class Arch>
    auto pull_levels(int y) const -> row_levels
    {
        down<Arch>(passes, y, scratch_[0]);
        return {scratch_[0], plane_};
    }

private:
    static constexpr int passes = 3;

    template <class Arch>
    auto planes() const -> int
    {
        return std::min(colours_.channels, 3);
    }

    /// Of a row with all channels, which are made at once, with what is between them.
    template <class Arch>
    auto length() const -> int
    {
        return static_cast<int>(plane_) * (planes<Arch>() - 1) + before_.size.width;
    }

    /// Row y after three passes along and `count` down, kept.
    template <class Arch>
    auto after(int count, int y) const -> std::uint8_t const*
    {
        return rows_[static_cast<std::size_t>(count)].get(y, [&](std::uint8_t* to) {
            if (count == 0) along<Arch>(y, to);
            else down<Arch>(count, y, to);
        });
    }

    template <class Arch>
    void down(int count, int y, std::uint8_t* to) const
    {
        auto const inside = [&](int j) { return std::clamp(j, 0, before_.size.height - 1); };
        for (int j = inside(y - reach_); j <= inside(y + reach_); ++j) after<Arch>(count - 1, j);
        auto** const middle = column_.data() + reach_;
        for (int k = -reach_; k <= reach_; ++k) middle[k] = after<Arch>(count - 1, inside(y + k));
        detail::blur_box<Arch>(middle, weights_, length<Arch>(), to);
    }

    template <class Arch>
    void along(int y, std::uint8_t* to) const
    {
        int const width = before_.size.width;
        before_(y, colours_);
        if (colours_.channels == 4) alpha_.get(y, [&](float* kept) { copy_alpha<Arch>(kept); });
        auto *const a = scratch_[0] + margin_, *const b = scratch_[1] + margin_;
        // What is written past a channel's end is written over by the next.
        for (int c = 0; c < planes<Arch>(); ++c) detail::to_levels<Arch>(colours_[c], width, a + c * plane_);
        pass<Arch>(a, b);
        pass<Arch>(b, a);
        pass<Arch>(a, to);
    }

    template <class Arch>
    void pass(std::uint8_t* from, std::uint8_t* to) const
    {
        int const width = before_.size.width;
        for (int c = 0; c < planes<Arch>(); ++c) {
            auto* const line = from + c * plane_;
            std::fill(line - reach_, line, line[0]);
            std::fill_n(line + width, reach_, line[width - 1]);
        }
        auto** const middle = column_.data() + reach_;
        for (int k = -reach_; k <= reach_; ++k) middle[k] = from + k;
        detail::blur_box<Arch>(middle, weights_, length<Arch>(), to);
    }

    template <class Arch>
    void keep_alpha(int y, float* kept) const
    {
        before_(y, colours_);
        copy_alpha<Arch>(kept);
    }
    template <class Arch>
    void copy_alpha(float* kept) const
    {
        std::memcpy(kept, colours_[3], static_cast<std::size_t>(colours_.width) * sizeof(float));
    }

    row_source before_;
    detail::box_weights weights_{};
    int reach_ = 0, margin_ = 0;
    std::ptrdiff_t plane_ = 0; // from one channel of levels to the next, and its neighbours between them
    row colours_;
    std::array<std::uint8_t*, 2> scratch_{};             // rows of levels
    std::array<kept_rows<std::uint8_t>, passes> rows_{}; // after the passes along, and one and two down
    std::span<std::uint8_t const*> column_;              // what a pass sees
    kept_rows<float> alpha_;
};

} // namespace husk
