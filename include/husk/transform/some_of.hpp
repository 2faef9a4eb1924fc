// SPDX-License-Identifier: MIT
#pragma once
#include <husk/transform/sequence.hpp>

namespace husk {

/// Some of several transforms: see some_of().
template <transform... Ts>
struct selection {
    int count;
    std::tuple<Ts...> options;

    /// Throws husk::error for a count that is negative or more than there are.
    auto draw(stream& g, extent in) const -> sequence<picked<kernel_of<Ts>...>>
    {
        constexpr auto all = static_cast<int>(sizeof...(Ts));
        detail::require(count >= 0 && count <= all, "some_of.count", count, "must lie in [0, ", all, "]");
        return detail::draw_picked(options, g, in, count, std::index_sequence_for<Ts...>{});
    }
};

/// `count` different ones of the transforms, up to 255, in a random order: every selection and order is
/// equally likely. Each sees an image of the size that those before it leave.
template <transform... Ts>
    requires(sizeof...(Ts) > 0 && sizeof...(Ts) < 256)
constexpr auto some_of(int count, Ts... options) -> selection<Ts...>
{
    return {count, {std::move(options)...}};
}

} // namespace husk
