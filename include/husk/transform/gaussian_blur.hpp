// SPDX-License-Identifier: MIT
#pragma once
#include <husk/core/elementary.hpp>
#include <husk/kernel/blurred_bytes.hpp>
#include <husk/kernel/boxed.hpp>
#include <husk/transform/concept.hpp>

namespace husk {

/// How a Gaussian is approximated: by samples of it; or as Pillow's ImageFilter.GaussianBlur does it to 8-bit
/// images, by three boxes with soft ends (Kovesi, "Fast Almost-Gaussian Filtering", 2010), the border being
/// the edge, and each sum rounded to a step of 1/255: bit for bit the same image.
enum class blur_method : std::uint8_t { gaussian, three_boxes };

/// Convolution with a Gaussian whose deviation is drawn from `sigma`, in pixels, 0 to 1000; 0 changes
/// nothing. Weights are exp(-x^2 / (2 sigma^2)) at the pixels, normalised, as in torchvision. MoCo v2 and
/// DINO: sigma in [0.1, 2]; SimCLR and BYOL: 23 taps, border::constant (black). Alpha stays as it is. From u8
/// to u8 with at most 23 taps it is done in 16 bits: within .08 of a level of the blurred colour, then
/// rounded.
struct gaussian_blur {
    interval<float> sigma{.1f, 2.f};
    int taps = 0;                                ///< odd, at most 9999; 0: 2 ceil(3 sigma) + 1
    husk::border border = husk::border::reflect; ///< constant is black; three boxes go on with the edge
    blur_method method = blur_method::gaussian;  ///< see blur_method

    struct kernel;
    auto draw(stream& g, extent in) const -> kernel;
};

struct gaussian_blur::kernel {
    float sigma;
    int taps;
    husk::border border;
    blur_method method;

    auto size(extent in) const -> extent { return in; }

    template <class Chain>
    void join(Chain& c) const
    {
        if (c.what() == content::labels || sigma == 0) return;
        if (method == blur_method::three_boxes) boxed::join(c, radius<typename Chain::architecture>());
        else if (taps != 1) c.push(bell(c), c.size());
    }

    auto describe() const -> std::string
    {
        return "gaussian_blur{sigma " + detail::text(sigma) + (taps ? ", taps " + detail::text(taps) : "") +
               (method == blur_method::three_boxes ? ", as Pillow does"
                : border == husk::border::constant ? ", black border"
                : border == husk::border::edge     ? ", edge"
                                                   : "") +
               "}";
    }
    friend auto operator==(kernel const&, kernel const&) -> bool = default;

private:
    template <class Chain>
    auto bell(Chain& c) const -> blurred_bytes;
    /// Of a box with a third of the variance.
    template <class Arch>
    auto radius() const -> float;
};

inline auto gaussian_blur::draw(stream& g, extent) const -> kernel
{
    detail::require_interval("gaussian_blur.sigma", sigma, {0.f, 1000.f});
    detail::require(taps == 0 || (taps > 0 && taps <= 9999 && taps % 2 == 1), "gaussian_blur.taps", taps,
                    "must be odd and at most 9999, or 0 for as many as sigma needs");
    detail::require(taps == 0 || method == blur_method::gaussian, "gaussian_blur.taps", taps,
                    "must be 0 for Pillow's blur, whose length follows from sigma");
    return {g.in(sigma), taps, border, method};
}

template <class Chain>
auto gaussian_blur::kernel::bell(Chain& c) const -> blurred_bytes
{
    using Arch = typename Chain::architecture;
    auto const whole_above = [](double x) { return static_cast<int>(x) + (x > static_cast<int>(x) ? 1 : 0); };
    double const deviation = sigma;
    // Beyond 5.5 deviations lies less than a float can add to 1.
    int const enough = whole_above(detail::product<Arch>(deviation, 5.5));
    int const reach =
        taps == 0 ? whole_above(detail::product<Arch>(deviation, 3.)) : std::min(taps / 2, enough);
    auto const b = blurred::take(c, reach, border);
    auto const height_at = [deviation](double x) {
        double const t = x / deviation;
        return detail::exp<Arch>(detail::product<Arch>(detail::product<Arch>(t, t), -.5));
    };
    double sum = 1;
    for (int k = 1; k <= reach; ++k) sum += 2 * height_at(k);
    for (std::size_t k = 0; k < b.weights().size(); ++k)
        b.weights()[k] = static_cast<float>(height_at(static_cast<double>(k)) / sum);
    return blurred_bytes::take(c, b, reach, border);
}

template <class Arch>
auto gaussian_blur::kernel::radius() const -> float
{
    // In float, as Pillow does it: the last bit decides how halves are rounded.
    auto const times = [](float a, float b) { return static_cast<float>(detail::product<Arch>(a, b)); };
    float const variance = times(sigma, sigma) / 3;
    auto const length = static_cast<float>(std::sqrt(detail::product<Arch>(variance, 12) + 1));
    auto const full = static_cast<float>(static_cast<int>((length - 1) / 2));
    float const next = times(full + 1, full + 1);
    float const lack = times(full, full + 1) - times(variance, 3);
    return full + times(2 * full + 1, lack) / times(6, variance - next);
}

static_assert(transform<gaussian_blur>);

} // namespace husk
