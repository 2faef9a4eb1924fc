// error: (use of deleted function|call to deleted function)
// SPDX-License-Identifier: MIT
#include <husk/adapters/eigen.hpp>

using plane = Eigen::Array<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

auto view_of(plane& p) -> husk::planar<float const>
{
#ifdef WRONG
    return husk::planar_view<float const>(plane(2 * p));
#else
    return husk::planar_view<float const>(p);
#endif
}
