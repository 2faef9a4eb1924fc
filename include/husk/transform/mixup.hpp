// SPDX-License-Identifier: MIT
#pragma once
#include <husk/kernel/point.hpp>
#include <husk/rng/beta.hpp>
#include <husk/transform/concept.hpp>

namespace husk {

/// Adds two images: lambda x first + (1 - lambda) x second, with lambda from the beta distribution of both
/// shapes `alpha`, in [1/1000, 1000] (Zhang et al., "mixup: Beyond Empirical Risk Minimization", ICLR 2018,
/// where alpha is 0.2 for ImageNet). All channels are mixed. Run it with husk::mix.
struct mixup {
    float alpha = .2f;

    struct kernel {
        float lambda; ///< how much of the first image, and of its label

        template <class V>
        auto operator()(V first, V second) const -> V
        {
            return first * V(lambda) + second * V(1 - lambda);
        }

        /// Mixes two rows into the first.
        template <class Arch>
        void blend(row const& first, row const& second) const
        {
            using V = simd::real<Arch>;
            for (int c = 0; c < first.channels; ++c)
                for (int x = 0; x < first.width; x += V::lanes)
                    (*this)(V::load(first[c] + x), V::load(second[c] + x)).store(first[c] + x);
        }
        auto describe() const -> std::string { return "mixup{lambda " + detail::text(lambda) + "}"; }
        friend auto operator==(kernel const&, kernel const&) -> bool = default;
    };

    auto draw(stream& g, extent) const -> kernel
    {
        detail::require(alpha >= .001f && alpha <= 1000, "mixup.alpha", alpha, "must lie in [0.001, 1000]");
        return {beta(g, alpha)};
    }
};

} // namespace husk
