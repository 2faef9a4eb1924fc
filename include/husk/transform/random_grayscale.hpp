// SPDX-License-Identifier: MIT
#pragma once
#include <husk/transform/grayscale.hpp>
#include <husk/transform/maybe.hpp>

namespace husk {

/// maybe(probability, grayscale{}), by the name it has elsewhere. Throws husk::error for what is no
/// probability.
struct random_grayscale {
    float probability = .2f;

    auto draw(stream& g, extent in) const -> perhaps<grayscale::kernel>
    {
        detail::require_probability("random_grayscale.probability", probability);
        return maybe(probability, grayscale{}).draw(g, in);
    }
};

static_assert(transform<random_grayscale>);

} // namespace husk
