// error: (use of deleted function|call to deleted function)
// SPDX-License-Identifier: MIT
#include <husk/adapters/eigen_maps.hpp>

auto brightest(husk::image<float, husk::planar> const& image) -> float
{
#ifdef WRONG
    return husk::plane(husk::image<float, husk::planar>(image), 1).maxCoeff();
#else
    return husk::plane(image, 1).maxCoeff();
#endif
}
