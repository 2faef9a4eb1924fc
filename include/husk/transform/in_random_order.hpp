// SPDX-License-Identifier: MIT
#pragma once
#include <husk/transform/sequence.hpp>

namespace husk {

/// Several transforms in any order: see in_random_order().
template <transform... Ts>
struct any_order {
    std::tuple<Ts...> parts;

    auto draw(stream& g, extent in) const -> sequence<picked<kernel_of<Ts>...>>
    {
        return detail::draw_picked(parts, g, in, static_cast<int>(sizeof...(Ts)),
                                   std::index_sequence_for<Ts...>{});
    }
};

/// All of the transforms, up to 255, in a random order: every one is equally likely. Each sees an image of
/// the size that those before it leave.
template <transform... Ts>
    requires(sizeof...(Ts) > 0 && sizeof...(Ts) < 256)
constexpr auto in_random_order(Ts... parts) -> any_order<Ts...> { return {{std::move(parts)...}}; }

} // namespace husk
