// error: (static assertion failed|static_assert failed).*the matrix is column-major
// SPDX-License-Identifier: MIT
#include <husk/adapters/eigen.hpp>

#ifdef WRONG
using matrix = Eigen::MatrixXf;
#else
using matrix = Eigen::Transpose<Eigen::MatrixXf>;
#endif

auto view_of(matrix& m) -> husk::planar<float> { return husk::planar_view<float>(m); }
