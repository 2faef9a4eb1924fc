// error: (use of deleted function|call to deleted function)
// SPDX-License-Identifier: MIT
#include <husk/adapters/opencv.hpp>

auto view_of(cv::Mat& mat) -> husk::packed<std::uint8_t const>
{
#ifdef WRONG
    return husk::packed_view<std::uint8_t const>(mat.clone(), husk::in_rgb);
#else
    return husk::packed_view<std::uint8_t const>(mat, husk::in_rgb);
#endif
}
