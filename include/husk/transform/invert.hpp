// SPDX-License-Identifier: MIT
#pragma once
#include <husk/transform/concept.hpp>

namespace husk {

/// The negative: 1 - c (torchvision's invert).
struct invert {

    struct kernel {
        static constexpr bool channels_apart = true;

        template <class V>
        auto operator()(rgb<V> p) const -> rgb<V>
        {
            return {(*this)(p.r), (*this)(p.g), (*this)(p.b)};
        }
        template <class V>
        auto operator()(V v) const -> V
        {
            return V(1.f) - v;
        }

        auto describe() const -> std::string { return "invert{}"; }
        friend auto operator==(kernel const&, kernel const&) -> bool = default;
    };

    auto draw(stream&, extent) const -> kernel { return {}; }
};

static_assert(transform<invert>);

} // namespace husk
