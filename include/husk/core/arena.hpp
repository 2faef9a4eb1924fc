// SPDX-License-Identifier: MIT
#pragma once
#include <husk/core/error.hpp>

#include <cstddef>
#include <span>
#include <type_traits>

namespace husk {

/// Hands out stretches of memory that somebody else owns, each on a cache line; what it hands out is not
/// initialised. An arena without memory only counts: kernels ask one how much room they need.
class arena {
public:
    static constexpr std::size_t line = 64;

    arena() = default;
    explicit arena(std::span<std::byte> memory) : memory_(memory) {}

    /// `n` elements; an empty span while counting.
    template <class T>
        requires std::is_trivially_copyable_v<T>
    auto take(std::size_t n) -> std::span<T>
    {
        auto const from = used_;
        used_ += bytes<T>(n);
        if (memory_.data() == nullptr) return {};
        if (used_ > memory_.size())
            detail::reject("arena", used_, "a kernel takes more room than it asked for");
        return {reinterpret_cast<T*>(memory_.data() + from), n};
    }

    /// Whether it only counts.
    auto counts() const -> bool { return memory_.data() == nullptr; }

    /// What is left, for a part of the work that gives it back when it is done.
    auto rest() const -> arena { return memory_.data() ? arena(memory_.subspan(used_)) : arena(); }

    /// Bytes handed out so far.
    auto used() const -> std::size_t { return used_; }

    /// Room for `n` elements, in bytes.
    template <class T>
    static constexpr auto bytes(std::size_t n) -> std::size_t
    {
        return (n * sizeof(T) + line - 1) / line * line;
    }

private:
    std::span<std::byte> memory_;
    std::size_t used_ = 0;
};

} // namespace husk
