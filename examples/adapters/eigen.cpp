// SPDX-License-Identifier: MIT
// Matrices as images, and the planes of images as Eigen arrays.
#include <husk/adapters/eigen.hpp>
#include <husk/adapters/eigen_maps.hpp>
#include <husk/husk.hpp>

int main()
{
    using matrix = Eigen::Array<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
    husk::image<float, husk::planar> photo({96, 64});
    husk::workspace memory;
    husk::key const key{.seed = 2021, .epoch = 0, .index = 42};

    // [eigen
    // The planes of an image (or of a view) are Eigen arrays over its memory.
    for (auto& plane : husk::planes(photo)) plane.setRandom();
    husk::plane(photo, 2) = husk::plane(photo, 0) * .5f + .25f;

    // A row-major matrix is an image of one channel; three of them below each other are its planes.
    matrix negative(3 * 48, 48);
    husk::apply(husk::patch_negative{.side = {8, 16}, .size = {48, 48}}, key, photo,
                husk::planar_view<float>(negative, 3), memory);
    auto const blue = negative.bottomRows(48);
    matrix half(24, 24);
    husk::apply(husk::resize{.size = {24, 24}}, key, husk::planar_view<float const>(blue),
                husk::planar_view<float>(half), memory);
    // eigen]

    bool const moved = (blue - (negative.topRows(48) * .5f + .25f)).abs().maxCoeff() < 1e-6f;
    return moved && std::abs(half.mean() - blue.mean()) < 1e-3f ? 0 : 1;
}
