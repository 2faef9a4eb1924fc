// SPDX-License-Identifier: MIT
#pragma once
#include <husk/kernel/blur.hpp>
#include <husk/kernel/kept_rows.hpp>
#include <husk/kernel/weigh_bytes.hpp>

#include <algorithm>
#include <cstring>

namespace husk {

/// The stage `blurred`, which pixels of bytes pass in fractions of 16 bits: twice as many numbers at a time,
/// and none to be converted.
class blurred_bytes {
public:
    /// How far, in levels, bytes may be from the colours before they are rounded.
    static constexpr double bytes_within = .08;

    /// `reach` and `outside` are those of `colours`, which has its weights.
    template <class Chain>
    static auto take(Chain& c, blurred const& colours, int reach, border outside) -> blurred_bytes
    {
        using Arch = typename Chain::architecture;
        blurred_bytes b;
        b.colours_ = colours;
        b.before_ = c.rows();
        b.reach_ = reach;
        b.outside_ = outside;
        if (!b.template has_pixels<Arch>()) return b;
        auto& memory = c.memory();
        int const step = c.channels();
        b.length_ = c.size().width * step;
        auto const room = static_cast<std::size_t>(b.length_ + lanes<Arch>);
        auto const reached = static_cast<std::size_t>(reach), seen = 2 * reached + 1;
        b.weights_ = detail::byte_weights::of<Arch>(colours.weights());
        b.rows_ =
            kept_rows<std::uint16_t>::take<Arch>(memory, static_cast<int>(seen), b.length_ + lanes<Arch>);
        b.column_ = memory.template take<std::uint16_t const*>(seen);
        b.around_ = memory.template take<int>(1);
        std::fill(b.around_.begin(), b.around_.end(), -1);
        b.scratch_ = memory.template take<std::uint8_t>(room).data();
        constexpr int cache_line = arena::line / sizeof(std::uint16_t);
        b.margin_ = (reach * step + cache_line - 1) / cache_line * cache_line;
        b.line_ = memory.template take<std::uint16_t>(room + 2 * static_cast<std::size_t>(b.margin_));
        b.nothing_ = memory.template take<std::uint16_t>(room);
        std::fill(b.nothing_.begin(), b.nothing_.end(), std::uint16_t{0});
        b.beyond_ = memory.template take<int>(2 * reached);
        for (int k = 0; auto& from : b.beyond_) {
            from = place<Arch>(k % 2 ? c.size().width + k / 2 : -1 - k / 2, c.size().width, outside) * step;
            ++k;
        }
        return b;
    }

    template <class Arch>
    void pull(int y, row const& to) const
    {
        colours_.pull<Arch>(y, to);
    }

    template <class Arch>
    auto has_pixels() const -> bool
    {
        return before_.whole_pixels && before_.channels != 4 && reach_ < detail::byte_weights::most;
    }
    template <class Arch>
    void pull_pixels(int y, std::uint8_t* to) const
    {
        if (weights_.count() == 1)
            return before_.pull_pixels(before_.self, y, to); // a level stays what it is
        auto const fresh = look_around<Arch>(y);
        // Fewer numbers than a register has go by way of the scratch.
        auto* const out = length_ < lanes<Arch> ? scratch_ : to;
        by_count<Arch>(fresh, out, std::make_integer_sequence<int, 7>{});
        if (out != to) std::memcpy(to, out, static_cast<std::size_t>(length_));
    }

private:
    template <class Arch>
    static constexpr int lanes = simd::ushorts<Arch>::lanes;

    /// The number of weights is known where it is one of these, from 1 on.
    template <class Arch, int... I>
    void by_count(detail::fresh_row const& fresh, std::uint8_t* to, std::integer_sequence<int, I...>) const
    {
        if (!((weights_.count() == I + 1 && (make<Arch, I + 1>(fresh, to), true)) || ...))
            make<Arch, 0>(fresh, to);
    }
    template <class Arch, int Count>
    void make(detail::fresh_row const& fresh, std::uint8_t* to) const
    {
        auto* const line = line_.data() + margin_;
        auto const* const column = column_.data() + reach_;
        if (fresh.from) detail::weigh_bytes_down<Arch, Count, true>(column, weights_, length_, fresh, line);
        else detail::weigh_bytes_down<Arch, Count, false>(column, weights_, length_, fresh, line);
        if (before_.channels == 3) go_on<Arch, 3>(line);
        else go_on<Arch, 1>(line);
        detail::weigh_bytes_along<Arch, Count>(line, before_.channels, weights_, length_, to);
    }

    /// The rows around y, as far as weights go. If the last was not there, it is left fresh.
    template <class Arch>
    auto look_around(int y) const -> detail::fresh_row
    {
        int const reach = weights_.count() - 1;
        auto** const column = column_.data() + reach_;
        auto const at = [&](int k, auto make) -> std::uint16_t const* {
            int const j = place<Arch>(y + k, before_.size.height, outside_);
            return j < 0 ? nothing_.data() : rows_.get(j, [&](std::uint16_t* to) { make(j, to); });
        };
        auto const widen = [&](int j, std::uint16_t* to) {
            detail::widen<Arch>(bytes<Arch>(j), length_, to);
        };
        bool const next = y == around_[0] + 1 && y > reach && y + reach < before_.size.height;
        around_[0] = y;
        if (next) std::copy(column - reach + 1, column + reach + 1, column - reach);
        else
            for (int k = -reach; k < reach; ++k) column[k] = at(k, widen);
        detail::fresh_row fresh;
        column[reach] = at(reach, [&](int j, std::uint16_t* to) { fresh = {bytes<Arch>(j), to}; });
        return fresh;
    }
    template <class Arch>
    auto bytes(int y) const -> std::uint8_t const*
    {
        if (before_.are_bytes<Arch>() && length_ >= lanes<Arch>) return before_.bytes.row(y);
        before_.pull_pixels(before_.self, y, scratch_);
        return scratch_;
    }

    /// What stands left and right of a line of pixels of `Step` numbers; and a number beyond it, as those
    /// of a pixel are moved with one of its neighbour's.
    template <class Arch, int Step>
    void go_on(std::uint16_t* line) const
    {
        auto const put = [](std::uint16_t* to, std::uint16_t const* from) {
            std::array<std::uint16_t, std::size_t{Step + 1}> numbers{};
            if (from) std::memcpy(numbers.data(), from, sizeof numbers);
            std::memcpy(to, numbers.data(), sizeof numbers);
        };
        auto const* from = beyond_.data();
        for (int k = 0; k < weights_.count() - 1; ++k, from += 2) {
            put(line - (k + 1) * Step - 1, from[0] < 0 ? nullptr : line + from[0] - 1);
            put(line + length_ + k * Step, from[1] < 0 ? nullptr : line + from[1]);
        }
    }

    blurred colours_;
    row_source before_;
    int reach_ = 0, margin_ = 0; // pixels; numbers before a line
    int length_ = 0;             // numbers in a row
    border outside_ = border::reflect;
    detail::byte_weights weights_;
    kept_rows<std::uint16_t> rows_;          // of the source
    std::span<std::uint16_t const*> column_; // of them, those around a row
    std::span<int> around_;                  // which
    std::uint8_t* scratch_ = nullptr;        // a row
    std::span<std::uint16_t> line_;          // weighed down the columns
    std::span<std::uint16_t> nothing_;
    std::span<int> beyond_; // where pixels left and right of a line, in turn, find theirs; negative: nowhere
};

} // namespace husk
