// SPDX-License-Identifier: MIT
#pragma once
#include <husk/kernel/box.hpp>
#include <husk/kernel/convert.hpp>
#include <husk/kernel/kept_rows.hpp>
#include <husk/kernel/soften.hpp>

#include <cstring>

namespace husk {

/// A stage: three passes of a box along the rows and three down the columns, over levels from 0 to 255, where
/// a box is a pixel and part of its neighbours. The border is the edge; alpha stays as it is. Rows are made
/// several at a time, which go down the columns together.
class softened {
public:
    template <class Chain>
    static void join(Chain& c, detail::box_weights const& weights)
    {
        using Arch = typename Chain::architecture;
        auto& memory = c.memory();
        auto const size = c.size();
        softened s;
        s.before_ = c.rows();
        s.part_ = weights.part;
        if (!c.counts()) s.steps_ = simd::short_ends<Arch>::steps(weights.part);
        int const planes = s.template has_pixels<Arch>() ? 1 : std::min(c.channels(), 3);
        s.step_ = s.template has_pixels<Arch>() ? c.channels() : 1;
        s.ends_ = detail::row_ends::take<Arch>(size.width, s.step_, memory);
        s.colours_ = row::take(memory, size.width, c.channels());
        s.pitch_ = planes * s.ends_.length();
        constexpr int most_beyond = 64; // bytes that are written past the end of a row
        auto const bytes = s.pitch_ * at_once + most_beyond;
        s.rows_ = memory.template take<std::uint8_t>(static_cast<std::size_t>(bytes)).data();
        using passes = detail::soft_passes<Arch>;
        auto const registers = (s.pitch_ + passes::V::lanes - 1) / passes::V::lanes;
        s.state_ =
            memory.template take<std::int16_t>(static_cast<std::size_t>(registers * passes::numbers)).data();
        s.made_ = memory.template take<int>(1);
        std::fill(s.made_.begin(), s.made_.end(), none);
        if (c.channels() == 4)
            s.alpha_ = kept_rows<float>::take<Arch>(
                memory, std::min(at_once + detail::soft_lag<Arch>, size.height), row::padded(size.width));
        c.push(s, size);
    }

    template <class Arch>
    void pull(int y, row const& to) const
    {
        auto* const levels = result<Arch>(y);
        extent const one{to.width, 1};
        if (has_pixels<Arch>()) unpack<Arch>(packed<std::uint8_t const>{levels, one, step_}, 0, 0, to);
        else
            unpack<Arch>(planar<std::uint8_t const>{levels, one, planes<Arch>(), to.width, ends_.length()}, 0,
                         0, to);
        if (to.channels == 4) {
            auto const* const alpha = alpha_.get(y, [&](float* kept) {
                before_(y, colours_);
                copy_alpha<Arch>(kept);
            });
            std::memcpy(to[3], alpha, static_cast<std::size_t>(to.width) * sizeof(float));
        }
    }

    template <class Arch>
    auto has_levels() const -> bool
    {
        return before_.channels < 4 && !has_pixels<Arch>();
    }
    template <class Arch>
    auto pull_levels(int y) const -> row_levels
    {
        return {result<Arch>(y), ends_.length()};
    }

    template <class Arch>
    auto has_pixels() const -> bool
    {
        return before_.whole_pixels && before_.channels != 4;
    }
    template <class Arch>
    void pull_pixels(int y, std::uint8_t* to) const
    {
        std::memcpy(to, result<Arch>(y), static_cast<std::size_t>(before_.size.width * step_));
    }

private:
    static constexpr int reach = 3;    // of all passes: rows as far away count
    static constexpr int at_once = 16; // rows; as many as lie abreast in registers divide it
    static constexpr int none = -2;    // neither which of these a row is in, nor one before any

    template <class Arch>
    auto planes() const -> int
    {
        return std::min(before_.channels, 3);
    }

    /// Row y after all passes.
    template <class Arch>
    auto result(int y) const -> std::uint8_t*
    {
        constexpr int lag = detail::soft_lag<Arch>;
        int const number = y / at_once, first = number * at_once;
        if (made_[0] != number) {
            // What the rows before have left, or else enough rows to forget what was there.
            if (made_[0] != number - 1) advance<Arch>(std::max(first - reach, 0), first + lag);
            advance<Arch>(first + lag, std::min(first + at_once, before_.size.height) + lag);
            made_[0] = number;
        }
        return rows_ + (y - first) * pitch_ + ends_.lag();
    }

    /// Takes rows from..end, as far as there are such; the results are left in rows_.
    template <class Arch>
    void advance(int from, int end) const
    {
        if (steps_) advance<Arch>(simd::short_ends<Arch>(*steps_), from, end);
        else advance<Arch>(simd::soft_ends<Arch>(part_), from, end);
    }
    template <class Arch, class Soft>
    void advance(Soft const& soft, int from, int end) const
    {
        int const height = before_.size.height, there = std::min(end, height) - from;
        for (int i = 0; i < there; ++i) fetch<Arch>(from + i, rows_ + i * pitch_);
        constexpr int abreast = std::max(simd::rows_abreast<Arch>, 1);
        static_assert(at_once % abreast == 0);
        for (int i = 0; i < there; i += abreast) along<Arch>(soft, rows_ + i * pitch_);
        detail::soften_down<Arch>(soft, rows_, pitch_, from, end, height, pitch_, state_);
    }

    template <class Arch>
    void fetch(int y, std::uint8_t* to) const
    {
        if (has_pixels<Arch>()) return before_.pull_pixels(before_.self, y, to);
        before_(y, colours_);
        if (colours_.channels == 4) alpha_.get(y, [&](float* kept) { copy_alpha<Arch>(kept); });
        // What is written past a channel's end is written over by the next.
        for (int c = 0; c < planes<Arch>(); ++c)
            detail::to_levels<Arch>(colours_[c], colours_.width, to + c * ends_.length());
    }

    template <class Arch, class Soft>
    void along(Soft const& soft, std::uint8_t* rows) const
    {
        if (step_ == 3) return detail::soften_along<Arch, 3>(soft, rows, pitch_, ends_);
        for (auto* plane = rows; plane < rows + pitch_; plane += ends_.length())
            detail::soften_along<Arch, 1>(soft, plane, pitch_, ends_);
    }

    template <class Arch>
    void copy_alpha(float* kept) const
    {
        std::memcpy(kept, colours_[3], static_cast<std::size_t>(colours_.width) * sizeof(float));
    }

    row_source before_;
    int part_ = 0;                      // of the weights
    std::optional<std::int16_t> steps_; // that stand for it
    int step_ = 1;                      // numbers from one pixel to the next
    detail::row_ends ends_;
    row colours_;
    std::ptrdiff_t pitch_ = 0; // of rows of levels, pixels or planes
    std::uint8_t* rows_ = nullptr;
    std::int16_t* state_ = nullptr; // of the passes down
    std::span<int> made_;           // which of the numbers of rows made at once rows_ are
    kept_rows<float> alpha_;
};

} // namespace husk
