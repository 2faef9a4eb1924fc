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
    /// Weighs 2 reach + 1 pixels down and along; the weights are then to be written to weights().
    template <class Chain>
    static auto take(Chain& c, int reach, border outside) -> blurred
    {
        using Arch = typename Chain::architecture;
        auto& memory = c.memory();
        auto const size = c.size();
        auto const n = static_cast<std::size_t>(reach);
        blurred b;
        b.size_ = size;
        b.reach_ = reach;
        b.outside_ = outside;
        b.weights_ = memory.template take<float>(n + 1);
        b.rows_ = recent_rows::take<Arch>(memory, c.rows(), 2 * reach + 2);
        b.column_ = memory.template take<float const*>(2 * n + 2);
        b.nothing_ = memory.template take<float>(static_cast<std::size_t>(row::padded(size.width)));
        std::fill(b.nothing_.begin(), b.nothing_.end(), 0.f);
        b.made_ = memory.template take<int>(1);
        std::fill(b.made_.begin(), b.made_.end(), -1);
        for (auto& w : b.wide_)
            w = row::take(memory, size.width + 2 * b.template margin<Arch>(), c.channels());
        b.beyond_ = memory.template take<sides>(n);
        for (int k = 0; auto& side : b.beyond_) {
            side = {place<Arch>(-1 - k, size.width, outside),
                    place<Arch>(size.width + k, size.width, outside)};
            ++k;
        }
        return b;
    }

    /// By distance from the middle; empty while memory is only counted.
    auto weights() const -> std::span<float> { return weights_; }

    template <class Arch>
    void pull(int y, row const& to) const
    {
        if (made_[0] != y / 2) make<Arch>(y / 2);
        auto const& from = wide_[y % 2];
        for (int c = 0; c < std::min(to.channels, 3); ++c)
            detail::weigh_along<Arch>(inner<Arch>(from, c), weights_, to.width, to[c]);
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
        return (reach_ / line + 1) * line;
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
            detail::weigh_down<Arch>(column, weights_, size_.width, upper, lower);
            go_on<Arch>(upper);
            go_on<Arch>(lower);
            for (int k = -reach_; k <= reach_ + 1; ++k)
                if (column[k] != nothing_.data()) column[k] += row::padded(size_.width);
        }
        made_[0] = pair;
    }

    /// The rows around y and y + 1, the former at 0.
    template <class Arch>
    auto look_around(int y) const -> float const**
    {
        // No mirror image lies outside of these, whether the border is close or the whole image.
        rows_.fetch<Arch>(std::max(0, y - reach_), std::min(size_.height - 1, y + 1 + reach_));
        auto** const column = column_.data() + reach_;
        for (int k = -reach_; k <= reach_ + 1; ++k) {
            int const j = place<Arch>(y + k, size_.height, outside_);
            column[k] = j < 0 ? nothing_.data() : rows_.at<Arch>(j).data;
        }
        // When y is the last row, nobody sees the next one; it must only find rows that are there.
        if (y + 1 == size_.height) column[reach_ + 1] = nothing_.data();
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
    int reach_ = 0;
    border outside_ = border::reflect;
    std::span<float> weights_;
    recent_rows rows_;
    std::span<float const*> column_;
    std::span<float> nothing_;
    std::span<int> made_; // which pair of rows the wide ones are
    row wide_[2];
    std::span<sides> beyond_;
};

} // namespace husk
