// SPDX-License-Identifier: MIT
#pragma once
#include <husk/kernel/stage.hpp>

namespace husk {

/// How often a kernel that only moves pixels walks over them, at most.
template <kernel K>
inline constexpr int moving_walks = 1;
template <kernel K>
    requires requires { K::moving_walks; }
inline constexpr int moving_walks<K> = K::moving_walks;

} // namespace husk

namespace husk::detail {

/// The room that kernels in order need, which only move pixels: an image between each two of them, which is
/// packed, without gaps, and lives until the end (there are few); and what the hungriest of them takes.
class room_in_order {
public:
    explicit room_in_order(shape const& in) : at_(in), most_(room(unmoved{}, in)) {}

    template <kernel K>
    void add(K const& k, bool last)
    {
        most_ = std::max(most_, room(k, at_));
        at_.size = resized(k, at_.size);
        if (!last) images_ += arena::bytes<std::byte>(at_.elements() * at_.element_bytes);
    }

    auto bytes() const -> std::size_t { return images_ + most_; }

private:
    shape at_;
    std::size_t images_ = 0, most_;
};

/// Runs one of several kernels in order, which only move pixels: the last one into `to`, any other one into
/// an image of its own, which then(canvas) gets.
template <class Arch, kernel K, view From, writable_view To, class Then>
void run_in_order(K const& k, canvas<From> const& from, canvas<To> const& to, bool last, arena& memory,
                  Then then)
{
    if (last) return run_kernel<Arch>(k, from, to, memory.rest());
    using element = element_of<To>;
    shape const s{resized(k, from.pixels.size), to.pixels.channels, sizeof(element)};
    packed<element> const between{memory.take<element>(s.elements()).data(), s.size, s.channels};
    coordinate_map origins;
    if (to.origins) origins = coordinate_map(s.size);
    auto* const traced = to.origins ? &origins : nullptr;
    run_kernel<Arch>(k, from, canvas<packed<element>>{between, traced}, memory.rest());
    then(canvas<packed<element const>>{between, traced});
}

} // namespace husk::detail
