// SPDX-License-Identifier: MIT
#pragma once
#include "jobs.hpp"

#include <type_traits>

namespace pixels {

/// visit(type_identity<V>) with the type of view that `to` says.
template <class Arch, class Visit>
void with_target(kind to, Visit const& visit)
{
    auto const lay = [&]<class E>(std::type_identity<E>) {
        if (to.laid == layout::packed) visit(std::type_identity<husk::packed<E>>());
        else visit(std::type_identity<husk::planar<E>>());
    };
    switch (to.of) {
    case element::u8:
        return lay(std::type_identity<std::uint8_t>());
    case element::f32:
        return lay(std::type_identity<float>());
    case element::f16:
        return lay(std::type_identity<husk::float16>());
    }
}

template <class Arch, class Visit>
void with_source(element from, Visit const& visit)
{
    if (from == element::u8) visit(std::type_identity<husk::packed<std::uint8_t const>>());
    else visit(std::type_identity<husk::packed<float const>>());
}

} // namespace pixels
