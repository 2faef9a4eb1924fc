// SPDX-License-Identifier: MIT
#pragma once
#include <husk/kernel/row.hpp>

#include <algorithm>
#include <bit>
#include <span>

namespace husk {

/// The rows that were asked for last, for those who need several side by side: a window that slides over an
/// image which need not exist as a whole.
class recent_rows {
public:
    /// Holds up to `count` neighbouring rows of `before`.
    template <class Arch>
    static auto take(arena& memory, row_source before, int count) -> recent_rows
    {
        recent_rows r;
        auto const needed = static_cast<unsigned>(std::min(count, before.size.height));
        auto const slots = std::bit_ceil(needed); // a slot is found by masking
        r.before_ = before;
        r.held_ = memory.take<int>(slots);
        std::fill(r.held_.begin(), r.held_.end(), -1);
        r.plane_ = row::padded(before.size.width);
        r.rows_ = memory.take<float>(slots * r.template floats<Arch>());
        return r;
    }

    /// Has the rows first..last, of which there are at most `count`; what it lacks it pulls.
    template <class Arch>
    void fetch(int first, int last) const
    {
        for (int j = first; j <= last; ++j)
            if (auto& held = held_[slot<Arch>(j)]; held != j) {
                before_(j, at<Arch>(j));
                held = j;
            }
    }

    /// Row j, which was among the last to be fetched.
    template <class Arch>
    auto at(int j) const -> row
    {
        return {rows_.data() + slot<Arch>(j) * floats<Arch>(), plane_, before_.size.width, before_.channels};
    }

private:
    template <class Arch>
    auto floats() const -> std::size_t
    {
        return static_cast<std::size_t>(plane_) * static_cast<std::size_t>(before_.channels);
    }
    template <class Arch>
    auto slot(int j) const -> std::size_t
    {
        return static_cast<std::size_t>(j) & (held_.size() - 1);
    }

    row_source before_;
    std::span<int> held_; // which row lies in which slot
    std::ptrdiff_t plane_ = 0;
    std::span<float> rows_;
};

} // namespace husk
