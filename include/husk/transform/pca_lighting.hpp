// SPDX-License-Identifier: MIT
#pragma once
#include <husk/rng/normal.hpp>
#include <husk/transform/concept.hpp>

#include <array>

namespace husk {

/// Another light: along each principal axis of ImageNet's colours, a shift by its variance times a normal
/// number of deviation `sigma`, clamped to [0, 1] (Krizhevsky et al., "ImageNet Classification with Deep
/// Convolutional Neural Networks", 2012). Images with one channel stay. Throws husk::error for a sigma
/// outside [0, 10].
struct pca_lighting {
    float sigma = .1f;

    struct kernel {
        static constexpr bool channels_apart = true;

        std::array<float, 3> shift;

        template <class V>
        auto operator()(rgb<V> p) const -> rgb<V>
        {
            return {clamped(p.r + shift[0]), clamped(p.g + shift[1]), clamped(p.b + shift[2])};
        }

        auto describe() const -> std::string
        {
            return "pca_lighting{" + detail::text(shift[0]) + ", " + detail::text(shift[1]) + ", " +
                   detail::text(shift[2]) + "}";
        }
        friend auto operator==(kernel const&, kernel const&) -> bool = default;
    };

    auto draw(stream& g, extent) const -> kernel
    {
        detail::require(sigma >= 0 && sigma <= 10, "pca_lighting.sigma", sigma, "must lie in [0, 10]");
        // The principal axes of ImageNet's colours in [0, 1], each a column, and their variances.
        constexpr double variances[]{.2175, .0188, .0045};
        constexpr double axes[3][3]{
            {-.5675, .7192, .4009}, {-.5808, -.0045, -.8140}, {-.5836, -.6948, .4203}};
        double light[3];
        for (int i = 0; i < 3; ++i)
            light[i] =
                detail::product(static_cast<double>(normal(g)) * static_cast<double>(sigma), variances[i]);
        kernel k{};
        for (std::size_t c = 0; c < 3; ++c) {
            double sum = 0;
            for (int i = 0; i < 3; ++i) sum += detail::product(axes[c][i], light[i]);
            k.shift[c] = static_cast<float>(sum);
        }
        return k;
    }
};

static_assert(transform<pca_lighting>);

} // namespace husk
