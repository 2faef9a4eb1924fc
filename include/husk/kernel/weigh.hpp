// SPDX-License-Identifier: MIT
#pragma once
#include <husk/simd/beside.hpp>

#include <span>
#include <utility>

/// The inner loops of symmetric filters: w[0] times the middle, plus w[k] times both that are k away. They
/// write whole registers, up to 31 floats past the width, which ends within a row's padding.
namespace husk::detail {

template <class Arch, std::size_t... K>
void weigh_along(float const* from, std::span<float const> w, int width, float* to, std::index_sequence<K...>)
{
    using V = simd::real<Arch>;
    constexpr int n = V::lanes;
    for (int x = 0; x < width; x += 2 * n) {
        auto const *const at0 = from + x, *const at1 = at0 + n;
        V const v0 = V::load(at0), v1 = V::load(at1);
        [[maybe_unused]] V const v2 = V::load(at1 + n);
        V sum0 = v0 * V(w[0]), sum1 = v1 * V(w[0]);
        auto const add = [&](V weight, std::ptrdiff_t k, V right0, V right1) __attribute__((always_inline))
        {
            sum0 = sum0 + weight * (V::load(at0 - k) + right0);
            sum1 = sum1 + weight * (V::load(at1 - k) + right1);
        };
        (add(w[K + 1], K + 1, simd::beside<K + 1>(at0, v0, v1), simd::beside<K + 1>(at1, v1, v2)), ...);
        for (std::size_t k = sizeof...(K) + 1; k < w.size(); ++k) {
            auto const d = static_cast<std::ptrdiff_t>(k);
            add(w[k], d, V::load(at0 + d), V::load(at1 + d));
        }
        sum0.store(to + x);
        sum1.store(to + x + n);
    }
}

/// Along a row, which has as many pixels left and right of it as there are weights. The first 8 terms are
/// unrolled, so that registers can be shuffled by constants.
template <class Arch, std::size_t Unrolled = 8>
void weigh_along(float const* from, std::span<float const> w, int width, float* to)
{
    if constexpr (Unrolled > 0)
        if (w.size() <= Unrolled) return weigh_along<Arch, Unrolled - 1>(from, w, width, to);
    weigh_along<Arch>(from, w, width, to, std::make_index_sequence<Unrolled>{});
}

/// Down the columns, for two neighbouring rows at once, of which column[0] and column[1] are the middles:
/// what one of them needs now the other needs next, so that rows are loaded once.
template <class Arch>
void weigh_down(float const* const* column, std::span<float const> w, int width, float* upper, float* lower)
{
    using V = simd::real<Arch>;
    constexpr int n = V::lanes;
    auto const reach = static_cast<std::ptrdiff_t>(w.size()) - 1;
    for (int x = 0; x < width; x += 2 * n) {
        auto const at = [&](std::ptrdiff_t k, int i) { return V::load(column[k] + x + i); };
        V above0 = at(0, 0), above1 = at(0, n), below0 = at(1, 0), below1 = at(1, n);
        V const middle = w[0];
        V upper0 = above0 * middle, upper1 = above1 * middle;
        V lower0 = below0 * middle, lower1 = below1 * middle;
        for (std::ptrdiff_t k = 1; k <= reach; ++k) {
            V const weight = w[static_cast<std::size_t>(k)];
            V const before0 = at(-k, 0), before1 = at(-k, n), after0 = at(k + 1, 0), after1 = at(k + 1, n);
            upper0 = upper0 + weight * (before0 + below0);
            upper1 = upper1 + weight * (before1 + below1);
            lower0 = lower0 + weight * (above0 + after0);
            lower1 = lower1 + weight * (above1 + after1);
            above0 = before0, above1 = before1, below0 = after0, below1 = after1;
        }
        upper0.store(upper + x);
        upper1.store(upper + x + n);
        lower0.store(lower + x);
        lower1.store(lower + x + n);
    }
}

} // namespace husk::detail
