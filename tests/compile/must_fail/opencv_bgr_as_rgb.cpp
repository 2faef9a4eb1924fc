// error: (no matching function|constraints not satisfied)
// SPDX-License-Identifier: MIT
#include <husk/adapters/opencv.hpp>
#include <husk/transform/grayscale.hpp>

#ifdef WRONG
constexpr auto order = husk::in_bgr; // grey of it would take blue for red
#else
constexpr auto order = husk::in_rgb;
#endif

auto grey_of(cv::Mat const& mat) -> husk::image<std::uint8_t>
{
    return husk::apply(husk::grayscale{}, {}, husk::packed_view<std::uint8_t const>(mat, order));
}
