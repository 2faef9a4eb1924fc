// SPDX-License-Identifier: MIT
#pragma once
#include <husk/kernel/border.hpp>
#include <husk/kernel/recent_rows.hpp>
#include <husk/simd/real.hpp>

#include <cstring>

/// Box blurs of 8-bit levels, rounded as Pillow rounds them, which decides what small deviations look like: a
/// level is (whole x the pixels up to `full` away + part x the two beyond) / 2^24, halves up, with weights
/// that are integers. Floats hold all of it exactly: levels are whole numbers, and weights come in halves of
/// 12 bits.

namespace husk::detail {

struct box_weights {
    int full;
    float whole_high, whole_low, part_high, part_low;

    template <class Arch>
    static auto of(float radius) -> box_weights
    {
        int const full = static_cast<int>(radius);
        auto const whole = static_cast<int>(0x1p24f / (2 * radius + 1));
        int const part = ((1 << 24) - (2 * full + 1) * whole) / 2;
        auto const high = [](int w) { return static_cast<float>(w / 4096); };
        auto const low = [](int w) { return static_cast<float>(w % 4096); };
        return {full, high(whole), low(whole), high(part), low(part)};
    }
};

/// One pass over a row; at(k) leads to the pixels that are k away.
template <class Arch, class At>
void blur_box(At at, box_weights const& w, int width, float* to)
{
    using V = simd::real<Arch>;
    for (int x = 0; x < width; x += V::lanes) {
        V sum = V::load(at(0) + x);
        for (int k = 1; k <= w.full; ++k) sum = sum + (V::load(at(-k) + x) + V::load(at(k) + x));
        V const ends = V::load(at(-w.full - 1) + x) + V::load(at(w.full + 1) + x);
        V const low = sum * V(w.whole_low) + ends * V(w.part_low);
        V const high = sum * V(w.whole_high) + ends * V(w.part_high) + floor(low * V(0x1p-12f));
        floor((high + V(2048.f)) * V(0x1p-12f)).store(to + x);
    }
}

} // namespace husk::detail

namespace husk {

/// A stage: three passes along the rows, from colours to levels, 0 to 255. The border is the edge; alpha
/// stays as it is.
struct boxed_along {
    row_source before;
    detail::box_weights weights;
    int margin;
    row one, other; // with margins

    template <class Chain>
    static void join(Chain& c, float radius)
    {
        constexpr int line = arena::line / sizeof(float);
        auto const w = detail::box_weights::of<typename Chain::architecture>(radius);
        int const margin = (w.full / line + 1) * line;
        auto const take = [&] { return row::take(c.memory(), c.size().width + 2 * margin, c.channels()); };
        auto const one = take();
        c.push(boxed_along{c.rows(), w, margin, one, take()}, c.size());
    }

    template <class Arch>
    void pull(int y, row const& to) const
    {
        before(y, {one.data + margin, one.plane, to.width, to.channels});
        for (int c = 0; c < std::min(to.channels, 3); ++c) {
            auto *const a = one[c] + margin, *const b = other[c] + margin;
            using V = simd::real<Arch>;
            for (int x = 0; x < to.width; x += V::lanes)
                nearest(clamped(V::load(a + x)) * V(255.f)).store(a + x);
            pass<Arch>(a, b, to.width);
            pass<Arch>(b, a, to.width);
            pass<Arch>(a, to[c], to.width);
        }
        if (to.channels == 4)
            std::memcpy(to[3], one[3] + margin, static_cast<std::size_t>(to.width) * sizeof(float));
    }

private:
    template <class Arch>
    void pass(float* from, float* to, int width) const
    {
        int const reach = weights.full + 1;
        std::fill(from - reach, from, from[0]);
        std::fill_n(from + width, reach, from[width - 1]);
        detail::blur_box<Arch>([from](int k) { return from + k; }, weights, width, to);
    }
};

/// A stage: one pass down the columns of levels; the last gives colours again.
struct boxed_down {
    recent_rows rows;
    std::span<float const*> column;
    detail::box_weights weights;
    int height;
    bool last;

    template <class Chain>
    static void join(Chain& c, float radius, bool last)
    {
        using Arch = typename Chain::architecture;
        auto const w = detail::box_weights::of<Arch>(radius);
        int const seen = 2 * w.full + 3;
        auto const rows = recent_rows::take<Arch>(c.memory(), c.rows(), seen);
        auto const column = c.memory().template take<float const*>(static_cast<std::size_t>(seen));
        c.push(boxed_down{rows, column, w, c.size().height, last}, c.size());
    }

    template <class Arch>
    void pull(int y, row const& to) const
    {
        using V = simd::real<Arch>;
        int const reach = weights.full + 1;
        rows.fetch<Arch>(std::max(0, y - reach), std::min(height - 1, y + reach));
        auto** const middle = column.data() + reach;
        for (int k = -reach; k <= reach; ++k)
            middle[k] = rows.at<Arch>(place<Arch>(y + k, height, border::edge)).data;
        auto const plane = rows.at<Arch>(y).plane;
        for (int c = 0; c < std::min(to.channels, 3); ++c) {
            detail::blur_box<Arch>([&](int k) { return middle[k] + c * plane; }, weights, to.width, to[c]);
            for (int x = 0; last && x < to.width; x += V::lanes)
                (V::load(to[c] + x) / V(255.f)).store(to[c] + x);
        }
        if (to.channels == 4)
            std::memcpy(to[3], rows.at<Arch>(y)[3], static_cast<std::size_t>(to.width) * sizeof(float));
    }
};

} // namespace husk
