// SPDX-License-Identifier: MIT
#pragma once
#include <husk/kernel/erase.hpp>
#include <husk/transform/concept.hpp>

namespace husk {

/// Paints a square of one colour, centred at any pixel of the image, so that it may be cut off at the border
/// (DeVries and Taylor, "Improved Regularization of Convolutional Neural Networks with Cutout", 2017). Alpha
/// stays as it is.
struct cutout {
    int side = 16;                 ///< in pixels, at least 0; the paper: 16 of 32 for CIFAR-10
    std::array<float, 3> colour{}; ///< images with one channel use the first

    struct kernel {
        rect box; ///< what is seen of the square
        std::array<float, 3> colour;

        template <class Arch>
        void recolour(row const& r, int y) const
        {
            detail::erase<Arch>(box, colour, r, y);
        }
        template <class Arch>
        auto over_bytes() const -> std::optional<detail::erased_bytes<Arch>>
        {
            return {{box, detail::as_bytes<Arch>(colour)}};
        }
        auto describe() const -> std::string { return "cutout{" + to_string(box) + "}"; }
        friend auto operator==(kernel const&, kernel const&) -> bool = default;
    };

    auto draw(stream& g, extent in) const -> kernel
    {
        detail::require(side >= 0, "cutout.side", side, "must not be negative");
        detail::require_colour("cutout.colour", colour);
        return {around(g.corner(in, {1, 1}), in, {side, side}), colour};
    }

    /// What an image of size `in` shows of a box around a pixel; of an even box, the pixel right and below of
    /// the middle.
    static constexpr auto around(point middle, extent in, extent box) -> rect
    {
        auto const clip = [](std::int64_t v, int high) {
            return static_cast<int>(std::clamp<std::int64_t>(v, 0, high));
        };
        int const left = clip(std::int64_t{middle.x} - box.width / 2, in.width);
        int const top = clip(std::int64_t{middle.y} - box.height / 2, in.height);
        int const right = clip(std::int64_t{middle.x} - box.width / 2 + box.width, in.width);
        int const bottom = clip(std::int64_t{middle.y} - box.height / 2 + box.height, in.height);
        return {{left, top}, {right - left, bottom - top}};
    }
};

static_assert(transform<cutout>);

} // namespace husk
