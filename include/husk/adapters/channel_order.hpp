// SPDX-License-Identifier: MIT
#pragma once
#include <husk/adapters/swap_red_blue.hpp>
#include <husk/pipeline/execute.hpp>

namespace husk {

struct rgb_order {};
struct bgr_order {};

/// What a library's array does not say itself: red first, as husk's colours are; or blue first, as OpenCV
/// reads pictures. With alpha, RGBA and BGRA.
inline constexpr rgb_order in_rgb{};
inline constexpr bgr_order in_bgr{};

/// Pixels whose blue comes first. They are no view, so that no colour is computed from them by mistake.
template <viewed_element T>
struct bgr_pixels {
    /// The memory as it is. What only moves pixels keeps their order, and nothing else matters to it (a quilt
    /// compares brightness, and takes blue for red in it). Where colours matter, begin with swap_red_blue{}.
    packed<T> stored;
};

/// A copy in RGB, in whatever elements and layout the target has.
template <class Arch = simd::best, viewed_element T, writable_pixels D>
void to_rgb(bgr_pixels<T> const& source, D&& target, workspace& memory)
{
    apply<Arch>(swap_red_blue{}, key{}, source.stored, target, memory);
}

} // namespace husk
