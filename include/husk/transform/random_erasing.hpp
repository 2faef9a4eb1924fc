// SPDX-License-Identifier: MIT
#pragma once
#include <husk/core/elementary.hpp>
#include <husk/kernel/erase.hpp>
#include <husk/kernel/normal_pixels.hpp>
#include <husk/transform/concept.hpp>

namespace husk {

/// What an erased box is filled with: one colour, or normal noise (mean 0, deviation 1), meant for normalised
/// colours.
enum class erasing : std::uint8_t { colour, noise };

/// Erases a box with some probability (Zhong et al., "Random Erasing Data Augmentation", AAAI 2020), as in
/// torchvision: its area is a fraction of the image drawn from `scale`, its height over its width is
/// log-uniform in `ratio`; after ten boxes that were not smaller than the image on both sides, nothing is
/// erased. Alpha stays as it is.
struct random_erasing {
    float probability = .5f;
    interval<float> scale{.02f, .33f}; ///< in [0, 1]
    interval<float> ratio{.3f, 3.3f};  ///< in [1/1000, 1000]
    std::array<float, 3> colour{};     ///< images with one channel use the first
    erasing fill = erasing::colour;

    struct kernel;
    auto draw(stream& g, extent in) const -> kernel;

private:
    auto draw_box(stream& g, extent in) const -> rect;
};

/// An empty box erases nothing.
struct random_erasing::kernel {
    rect box;
    std::array<float, 3> colour;
    erasing fill;
    normal_pixels noise;

    template <class Arch>
    void recolour(row const& r, int y) const
    {
        if (fill == erasing::colour) return detail::erase<Arch>(box, colour, r, y);
        if (y < box.at.y || y >= box.bottom()) return;
        for (int x = box.at.x; x < box.right(); ++x) {
            auto const n = noise.at<simd::scalar>(x, y);
            for (int c = 0; c < std::min(r.channels, 3); ++c)
                r[c][x] = (c == 0 ? n.r : c == 1 ? n.g : n.b).value;
        }
    }

    template <class Arch>
    auto over_bytes() const -> std::optional<detail::erased_bytes<Arch>>
    {
        if (fill == erasing::noise) return std::nullopt;
        return {{box, detail::as_bytes<Arch>(colour)}};
    }

    auto describe() const -> std::string
    {
        if (box.size.empty()) return "random_erasing{nothing}";
        return "random_erasing{" + to_string(box) + (fill == erasing::noise ? ", noise" : "") + "}";
    }
    friend auto operator==(kernel const&, kernel const&) -> bool = default;
};

inline auto random_erasing::draw(stream& g, extent in) const -> kernel
{
    detail::require_probability("random_erasing.probability", probability);
    detail::require_interval("random_erasing.scale", scale, {0.f, 1.f});
    detail::require_interval("random_erasing.ratio", ratio, {.001f, 1000.f});
    detail::require_colour("random_erasing.colour", colour);
    bool const happens = g.chance(probability);
    auto places = g.fork(0), luck = g.fork(1);
    return {happens ? draw_box(places, in) : rect{}, colour, fill, normal_pixels::draw(luck)};
}

inline auto random_erasing::draw_box(stream& g, extent in) const -> rect
{
    interval const logarithms{static_cast<float>(detail::log(ratio.low)),
                              static_cast<float>(detail::log(ratio.high))};
    for (int i = 0; i < 10; ++i) {
        double const area = detail::product(static_cast<double>(in.area()), g.in(scale));
        double const aspect = detail::exp(g.in(logarithms));
        auto const height = detail::whole(std::sqrt(detail::product(area, aspect)));
        auto const width = detail::whole(std::sqrt(area / aspect));
        if (width >= in.width || height >= in.height) continue;
        extent const box{static_cast<int>(width), static_cast<int>(height)};
        return {g.corner(in, box), box};
    }
    return {};
}

static_assert(transform<random_erasing>);

} // namespace husk
