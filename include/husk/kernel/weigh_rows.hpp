// SPDX-License-Identifier: MIT
#pragma once
#include <husk/kernel/row.hpp>
#include <husk/simd/real.hpp>

#include <array>

namespace husk::detail {

/// Down the columns of several rows, of which lines[k] is where row k begins: their sum by weights[k], for k
/// below `count`. From channel to channel are `plane` floats. Known is the count, or 0.
template <class Arch, int Known>
[[gnu::noinline, gnu::flatten]] void weigh_rows(float const* const* lines, std::ptrdiff_t plane,
                                                float const* weights, int count, row const to)
{
    using V = simd::real<Arch>;
    constexpr int n = V::lanes;
    constexpr std::size_t most = Known ? Known : 1;
    std::array<float const*, most> known;
    std::array<V, most> weight;
    for (std::size_t k = 0; k < std::size_t{Known}; ++k) known[k] = lines[k], weight[k] = weights[k];
    for (int c = 0; c < to.channels; ++c) {
        auto* const sum = to[c];
        for (int i = 0; i < to.width; i += 2 * n) {
            V a = 0.f, b = 0.f;
            auto const add = [&](V w, float const* from) {
                a = a + w * V::load(from + i);
                b = b + w * V::load(from + i + n);
            };
            if constexpr (Known > 0)
                for (std::size_t k = 0; k < std::size_t{Known}; ++k) add(weight[k], known[k]);
            else
                for (int k = 0; k < count; ++k) add(weights[k], lines[k] + c * plane);
            a.store(sum + i);
            b.store(sum + i + n);
        }
        for (std::size_t k = 0; k < std::size_t{Known}; ++k) known[k] += plane;
    }
}

template <class Arch>
void weigh_rows(float const* const* lines, std::ptrdiff_t plane, float const* weights, int count,
                row const& to)
{
    if (count == 1) weigh_rows<Arch, 1>(lines, plane, weights, count, to);
    else if (count == 2) weigh_rows<Arch, 2>(lines, plane, weights, count, to);
    else if (count == 3) weigh_rows<Arch, 3>(lines, plane, weights, count, to);
    else if (count == 4) weigh_rows<Arch, 4>(lines, plane, weights, count, to);
    else weigh_rows<Arch, 0>(lines, plane, weights, count, to);
}

} // namespace husk::detail
