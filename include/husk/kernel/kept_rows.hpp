// SPDX-License-Identifier: MIT
#pragma once
#include <husk/core/arena.hpp>

#include <algorithm>
#include <bit>

namespace husk {

/// Room for neighbouring rows of an image, each in a slot that it shares with rows further away; and which
/// of them are there.
template <class T>
class kept_rows {
public:
    /// For `count` neighbours of `length` elements each.
    template <class Arch>
    static auto take(arena& memory, int count, std::ptrdiff_t length) -> kept_rows
    {
        auto const slots = std::bit_ceil(static_cast<unsigned>(count)); // a slot is found by masking
        kept_rows r;
        r.held_ = memory.take<int>(slots);
        std::fill(r.held_.begin(), r.held_.end(), -1);
        r.length_ = length;
        r.rows_ = memory.take<T>(slots * static_cast<std::size_t>(length)).data();
        return r;
    }

    /// Row j; make(row) writes it if it is not there.
    template <class Make>
    auto get(int j, Make make) const -> T*
    {
        auto const slot = static_cast<std::size_t>(j) & (held_.size() - 1);
        auto* const row = rows_ + static_cast<std::ptrdiff_t>(slot) * length_;
        if (held_[slot] != j) {
            make(row);
            held_[slot] = j;
        }
        return row;
    }

private:
    std::span<int> held_; // which row lies in which slot
    std::ptrdiff_t length_ = 0;
    T* rows_ = nullptr;
};

} // namespace husk
