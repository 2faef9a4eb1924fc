// SPDX-License-Identifier: MIT
#pragma once
#include <husk/simd/real.hpp>

#include <array>

namespace husk::detail {

/// Down the columns of several rows: the sum of lines[k] + plane times weights[k], for k below `count`. Known
/// is the count, or 0.
template <class Arch, int Known>
void weigh_rows(float const* const* lines, std::ptrdiff_t plane, float const* weights, int count, float* sum,
                int width)
{
    using V = simd::real<Arch>;
    constexpr int n = V::lanes;
    std::array<float const*, std::size_t{Known ? Known : 1}> known;
    std::array<V, std::size_t{Known ? Known : 1}> weight;
    for (std::size_t k = 0; k < std::size_t{Known}; ++k) {
        known[k] = lines[k] + plane;
        weight[k] = weights[k];
    }
    for (int i = 0; i < width; i += 2 * n) {
        V a = 0.f, b = 0.f;
        auto const add = [&](V w, float const* from) {
            a = a + w * V::load(from + i);
            b = b + w * V::load(from + i + n);
        };
        if constexpr (Known > 0)
            for (std::size_t k = 0; k < std::size_t{Known}; ++k) add(weight[k], known[k]);
        else
            for (int k = 0; k < count; ++k) add(weights[k], lines[k] + plane);
        a.store(sum + i);
        b.store(sum + i + n);
    }
}

template <class Arch>
void weigh_rows(float const* const* lines, std::ptrdiff_t plane, float const* weights, int count, float* sum,
                int width)
{
    if (count == 1) weigh_rows<Arch, 1>(lines, plane, weights, count, sum, width);
    else if (count == 2) weigh_rows<Arch, 2>(lines, plane, weights, count, sum, width);
    else if (count == 3) weigh_rows<Arch, 3>(lines, plane, weights, count, sum, width);
    else if (count == 4) weigh_rows<Arch, 4>(lines, plane, weights, count, sum, width);
    else weigh_rows<Arch, 0>(lines, plane, weights, count, sum, width);
}

} // namespace husk::detail
