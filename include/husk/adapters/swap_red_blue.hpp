// SPDX-License-Identifier: MIT
#pragma once
#include <husk/transform/concept.hpp>

namespace husk {

/// Blue becomes red and red blue: RGB from OpenCV's BGR, as the first stage of a pipeline, or BGR for OpenCV
/// as the last. Images with one channel stay.
struct swap_red_blue {
    struct kernel {
        template <class V>
        auto operator()(rgb<V> p) const -> rgb<V>
        {
            return {p.b, p.g, p.r};
        }

        auto describe() const -> std::string { return "swap_red_blue{}"; }
        friend auto operator==(kernel const&, kernel const&) -> bool = default;
    };

    auto draw(stream&, extent) const -> kernel { return {}; }
};

static_assert(transform<swap_red_blue>);

} // namespace husk
