// SPDX-License-Identifier: MIT
#pragma once
#include <husk/kernel/normal_pixels.hpp>
#include <husk/transform/concept.hpp>

namespace husk {

/// Adds normal noise, independent for each pixel and channel, and clamps to [0, 1]. Its deviation is drawn
/// from `sigma`, 0 to 10, where 1 is white less black; `mean` is in [-1, 1]. Alpha stays as it is.
struct gaussian_noise {
    interval<float> sigma{.01f, .1f};
    float mean = 0;

    struct kernel;
    auto draw(stream& g, extent in) const -> kernel;
};

struct gaussian_noise::kernel {
    float sigma, mean;
    normal_pixels noise;

    template <class Arch>
    void recolour(row const& r, int y) const
    {
        using V = simd::real<Arch>;
        auto const add = [this](float* to, V n) {
            clamped(V::load(to) + (n * V(sigma) + V(mean))).store(to);
        };
        for (int x = 0; x < r.width; x += V::lanes) {
            auto const n = noise.at<Arch>(x, y);
            add(r[0] + x, n.r);
            if (r.channels == 1) continue;
            add(r[1] + x, n.g);
            add(r[2] + x, n.b);
        }
    }

    auto describe() const -> std::string
    {
        return "gaussian_noise{sigma " + detail::text(sigma) +
               (mean != 0 ? ", mean " + detail::text(mean) : "") + "}";
    }
    friend auto operator==(kernel const&, kernel const&) -> bool = default;
};

inline auto gaussian_noise::draw(stream& g, extent) const -> kernel
{
    detail::require_interval("gaussian_noise.sigma", sigma, {0.f, 10.f});
    detail::require(mean >= -1 && mean <= 1, "gaussian_noise.mean", mean, "must lie in [-1, 1]");
    auto const deviation = g.in(sigma);
    return {deviation, mean, normal_pixels::draw(g)};
}

static_assert(transform<gaussian_noise>);

} // namespace husk
