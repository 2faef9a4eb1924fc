// SPDX-License-Identifier: MIT
#pragma once
#include <husk/core/elementary.hpp>
#include <husk/core/output_size.hpp>
#include <husk/kernel/resample.hpp>
#include <husk/transform/concept.hpp>

namespace husk {

/// What a random resized crop does when none of its tries fits: torchvision's centre crop of the nearest
/// allowed shape, or the last try, clipped to the image, as in the authors' code of BYOL.
enum class crop_fallback : std::uint8_t { centre, clip };

/// Crops a box of random area and shape and scales it to `size` (Szegedy et al., "Going deeper with
/// convolutions", 2015; drawn as in torchvision). The filter sees nothing outside the box. Throws husk::error
/// for sizes that are not positive, scales outside (0, 1] and ratios outside (0, 1000].
struct random_resized_crop {
    output_size size = 224;
    interval<float> scale{.08f, 1.f};        ///< the box's area, as a part of the image's
    interval<float> ratio{3.f / 4, 4.f / 3}; ///< width / height; its logarithm is uniform
    filter resampling = filter::bilinear;
    bool antialias = true;
    int tries = 10;
    crop_fallback fallback = crop_fallback::centre;

    auto draw(stream& g, extent in) const -> resample
    {
        check();
        auto const box = draw_box(g, in);
        return {box,
                {double(box.at.x), double(box.size.width)},
                {double(box.at.y), double(box.size.height)},
                size,
                resampling,
                antialias};
    }

private:
    void check() const
    {
        detail::require(!extent(size).empty(), "random_resized_crop.size", size, "must be positive");
        detail::require_interval("random_resized_crop.scale", scale, {0.f, 1.f});
        detail::require(scale.high > 0, "random_resized_crop.scale.high", scale.high, "must be positive");
        detail::require_interval("random_resized_crop.ratio", ratio, {1e-3f, 1e3f});
        detail::require(tries >= 1 && tries <= 1000, "random_resized_crop.tries", tries,
                        "must lie in [1, 1000]");
    }

    auto draw_box(stream& g, extent in) const -> rect
    {
        auto const low = detail::log(double{ratio.low}), high = detail::log(double{ratio.high});
        extent box;
        for (int i = 0; i < tries; ++i) {
            auto const area = detail::product(double{g.in(scale)}, static_cast<double>(in.area()));
            auto const u = double{g.unit()};
            auto const aspect = detail::exp(detail::product(low, 1 - u) + detail::product(high, u));
            box = {side(detail::product(area, aspect)), side(area / aspect)};
            if (!box.empty() && in.holds(box)) return {g.corner(in, box), box};
        }
        if (fallback == crop_fallback::centre) return centred(in, nearest_shape(in));
        box = {std::clamp(box.width, 1, in.width), std::clamp(box.height, 1, in.height)};
        return {g.corner(in, box), box};
    }

    /// The largest box of the image whose ratio is allowed.
    auto nearest_shape(extent in) const -> extent
    {
        auto const shape = static_cast<double>(in.width) / in.height;
        if (shape < double{ratio.low}) return {in.width, clipped(in.width / double{ratio.low}, in.height)};
        if (shape > double{ratio.high})
            return {clipped(detail::product(in.height, double{ratio.high}), in.width), in.height};
        return in;
    }

    static auto clipped(double length, int most) -> int
    {
        return static_cast<int>(std::clamp(std::nearbyint(length), 1., static_cast<double>(most)));
    }
    static auto side(double area) -> int
    {
        return static_cast<int>(std::nearbyint(std::min(std::sqrt(area), 0x1p30)));
    }
};

static_assert(transform<random_resized_crop>);

} // namespace husk
