// SPDX-License-Identifier: MIT
#pragma once
#include <husk/kernel/border.hpp>
#include <husk/kernel/recent_rows.hpp>
#include <husk/kernel/weigh.hpp>

#include <cstring>

namespace husk {

/// A stage: a symmetric, separable filter on a window of rows that slides down the image. Alpha stays as it
/// is. Where rows end, `outside` says what goes on, and constant means 0.
class blurred {
public:
    /// How far a pixel is seen, and whether every sum is rounded to steps of 1/255.
    struct shape {
        int down, along;
        border outside;
        bool rounds = false;
    };

    /// The weights are then to be written to down() and along().
    template <class Chain>
    static auto take(Chain& c, shape const& s) -> blurred
    {
        using Arch = typename Chain::architecture;
        auto& memory = c.memory();
        auto const size = c.size();
        auto const down = static_cast<std::size_t>(s.down), along = static_cast<std::size_t>(s.along);
        blurred b;
        b.size_ = size;
        b.shape_ = s;
        b.down_ = memory.template take<float>(down + 1);
        b.along_ = memory.template take<float>(along + 1);
        b.rows_ = recent_rows::take<Arch>(memory, c.rows(), 2 * s.down + 2);
        b.column_ = memory.template take<float const*>(2 * down + 2);
        b.nothing_ = memory.template take<float>(static_cast<std::size_t>(row::padded(size.width)));
        std::fill(b.nothing_.begin(), b.nothing_.end(), 0.f);
        b.made_ = memory.template take<int>(1);
        std::fill(b.made_.begin(), b.made_.end(), -1);
        for (auto& w : b.wide_)
            w = row::take(memory, size.width + 2 * b.template margin<Arch>(), c.channels());
        b.beyond_ = memory.template take<sides>(along);
        for (int k = 0; auto& side : b.beyond_) {
            side = {place<Arch>(-1 - k, size.width, s.outside),
                    place<Arch>(size.width + k, size.width, s.outside)};
            ++k;
        }
        return b;
    }

    /// By distance from the middle; empty while memory is only counted.
    auto down() const -> std::span<float> { return down_; }
    auto along() const -> std::span<float> { return along_; }

    template <class Arch>
    void pull(int y, row const& to) const
    {
        if (made_[0] != y / 2) make<Arch>(y / 2);
        auto const& from = wide_[y % 2];
        for (int c = 0; c < std::min(to.channels, 3); ++c) {
            detail::weigh_along<Arch>(inner<Arch>(from, c), along_, to.width, to[c]);
            if (shape_.rounds) detail::to_steps<Arch>(to[c], to.width);
        }
        if (to.channels == 4)
            std::memcpy(to[3], rows_.at<Arch>(y)[3], static_cast<std::size_t>(to.width) * sizeof(float));
    }

private:
    /// Where the pixels a distance left and right of a row find their colours.
    struct sides {
        int left, right;
    };

    /// Floats before the first pixel of a wide row: whole cache lines.
    template <class Arch>
    auto margin() const -> int
    {
        constexpr int line = arena::line / sizeof(float);
        return (shape_.along / line + 1) * line;
    }
    template <class Arch>
    auto inner(row const& wide, int channel) const -> float*
    {
        return wide[channel] + margin<Arch>();
    }

    /// Rows 2 pair and 2 pair + 1, weighed down the columns, with what goes on at their sides.
    template <class Arch>
    void make(int pair) const
    {
        auto* const column = look_around<Arch>(2 * pair);
        for (int c = 0; c < std::min(wide_[0].channels, 3); ++c) {
            auto *const upper = inner<Arch>(wide_[0], c), *const lower = inner<Arch>(wide_[1], c);
            detail::weigh_down<Arch>(column, down_, size_.width, upper, lower);
            if (shape_.rounds)
                for (auto* const line : {upper, lower}) detail::to_steps<Arch>(line, size_.width);
            go_on<Arch>(upper);
            go_on<Arch>(lower);
            for (int k = -shape_.down; k <= shape_.down + 1; ++k)
                if (column[k] != nothing_.data()) column[k] += row::padded(size_.width);
        }
        made_[0] = pair;
    }

    /// The rows around y and y + 1, the former at 0.
    template <class Arch>
    auto look_around(int y) const -> float const**
    {
        // No mirror image lies outside of these, whether the border is close or the whole image.
        rows_.fetch<Arch>(std::max(0, y - shape_.down), std::min(size_.height - 1, y + 1 + shape_.down));
        auto** const column = column_.data() + shape_.down;
        for (int k = -shape_.down; k <= shape_.down + 1; ++k) {
            int const j = place<Arch>(y + k, size_.height, shape_.outside);
            column[k] = j < 0 ? nothing_.data() : rows_.at<Arch>(j).data;
        }
        // When y is the last row, nobody sees the next one; it must only find rows that are there.
        if (y + 1 == size_.height) column[shape_.down + 1] = nothing_.data();
        return column;
    }

    template <class Arch>
    void go_on(float* line) const
    {
        auto* const end = line + size_.width;
        for (std::size_t k = 0; k < beyond_.size(); ++k) {
            auto const [left, right] = beyond_[k];
            *(line - 1 - k) = left < 0 ? 0.f : line[left];
            end[k] = right < 0 ? 0.f : line[right];
        }
    }

    extent size_;
    shape shape_{};
    std::span<float> down_, along_; // weights
    recent_rows rows_;
    std::span<float const*> column_;
    std::span<float> nothing_;
    std::span<int> made_; // which pair of rows the wide ones are
    row wide_[2];
    std::span<sides> beyond_;
};

} // namespace husk
