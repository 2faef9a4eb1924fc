// SPDX-License-Identifier: MIT
#pragma once
#include <husk/kernel/window.hpp>
#include <husk/transform/concept.hpp>

namespace husk {

namespace detail {

/// The whole image, mirrored left to right or top to bottom with some probability.
inline auto draw_flip(stream& g, extent in, std::string_view argument, float probability, bool horizontal)
    -> window
{
    require_probability(argument, probability);
    bool const happens = g.chance(probability);
    return {in, {{}, in}, happens && horizontal, happens && !horizontal};
}

} // namespace detail

/// Left becomes right, with a probability.
struct random_horizontal_flip {
    float probability = .5f;

    auto draw(stream& g, extent in) const -> window
    {
        return detail::draw_flip(g, in, "random_horizontal_flip.probability", probability, true);
    }
};

/// Top becomes bottom, with a probability.
struct random_vertical_flip {
    float probability = .5f;

    auto draw(stream& g, extent in) const -> window
    {
        return detail::draw_flip(g, in, "random_vertical_flip.probability", probability, false);
    }
};

static_assert(transform<random_horizontal_flip> && transform<random_vertical_flip>);

} // namespace husk
