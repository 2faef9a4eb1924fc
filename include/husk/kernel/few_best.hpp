// SPDX-License-Identifier: MIT
#pragma once
#include <husk/core/arena.hpp>

#include <algorithm>
#include <cstdint>

namespace husk::detail {

/// The best few of what is offered: of the least costs, and of equal ones those of the least numbers, in this
/// order.
class few_best {
public:
    few_best(arena& memory, std::size_t most) : keys_(memory.take<std::uint64_t>(most)) {}

    auto most() const -> std::size_t { return keys_.size(); }

    /// Forgets all.
    void clear() { count_ = 0, worst_ = ~std::uint64_t{0}; }

    /// Whether one of this cost would be among the best; if not, one that costs more would not either.
    auto wants(std::uint32_t cost, std::size_t number) const -> bool { return key(cost, number) < worst_; }
    void offer(std::uint32_t cost, std::size_t number)
    {
        auto const offered = key(cost, number);
        if (offered >= worst_) return;
        if (count_ < most()) ++count_;
        auto i = count_ - 1;
        for (; i > 0 && keys_[i - 1] > offered; --i) keys_[i] = keys_[i - 1];
        keys_[i] = offered;
        if (count_ == most()) worst_ = keys_.back();
    }
    /// What costs more than this is not wanted.
    auto limit() const -> std::uint32_t { return static_cast<std::uint32_t>(worst_ >> 32); }

    auto size() const -> std::size_t { return count_; }
    auto number(std::size_t i) const -> std::size_t { return keys_[i] & 0xffffffffu; }

private:
    static auto key(std::uint32_t cost, std::size_t number) -> std::uint64_t
    {
        return std::uint64_t{cost} << 32 | number;
    }

    std::span<std::uint64_t> keys_;
    std::size_t count_ = 0;
    std::uint64_t worst_ = ~std::uint64_t{0};
};

} // namespace husk::detail
