// SPDX-License-Identifier: MIT
#pragma once
#include <husk/kernel/row.hpp>
#include <husk/kernel/taps.hpp>
#include <husk/simd/quad.hpp>

namespace husk {

/// The rows of a resampled image. Each row of the source is resampled along once, from four floats a pixel,
/// even and odd taps apart, so that a register may hold two pixels or one. It is kept as long as the filter
/// sees it; a row of the output is a weighted sum of those that are kept.
class resampled {
public:
    /// `clamps`: overshooting colours go back into [0, 1]. `careful`: colours may be NaN, so that pixels of
    /// weight 0 must not be looked at.
    resampled(row_source before, taps const& x, taps const& y, extent out, bool clamps, bool careful,
              arena& memory) :
        before_(before),
        x_(x), y_(y), out_(out), clamps_(clamps), careful_(careful || x.count > before.size.width),
        pairs_((x.count + 1) / 2), planes_(row::take(memory, before.size.width, before.channels)),
        pixels_(memory.take<float>(static_cast<std::size_t>(4 * planes_.plane)).data()),
        slot_(row::take(memory, out.width, before.channels)), floats_(slot_.plane * before.channels),
        slots_(memory.take<float>(static_cast<std::size_t>(floats_ * y.count)).data()),
        held_(memory.take<std::int32_t>(static_cast<std::size_t>(y.count))),
        seen_(memory.take<float const*>(static_cast<std::size_t>(y.count))),
        starts_(memory.take<std::int32_t>(static_cast<std::size_t>(eights(out.width)))),
        weights_(memory.take<float>(static_cast<std::size_t>(8 * pairs_ * eights(out.width))))
    {
        for (auto& h : held_) h = -1;
        if (!weights_.empty()) spread_weights();
    }

    template <class Arch>
    void pull(int y, row const& to)
    {
        auto const* w = y_.weights.data() + y * y_.count;
        int first = y_.first[static_cast<std::size_t>(y)], count = y_.count;
        while (count > 1 && w[count - 1] == 0) --count;
        for (; count > 1 && *w == 0; ++w, ++first) --count;
        for (int k = 0; k < count; ++k) seen_[static_cast<std::size_t>(k)] = line<Arch>(first + k);
        for (int c = 0; c < to.channels; ++c)
            weigh_lines<Arch>(seen_.data(), c * slot_.plane, w, count, to[c], out_.width);
        if (clamps_) clamp<Arch>(to);
    }

private:
    static constexpr auto eights(int width) -> int { return (width + 7) / 8 * 8; }

    /// Every weight four times, and an even number of them for each pixel; pixels in eights.
    void spread_weights()
    {
        std::fill(starts_.begin(), starts_.end(), 0);
        std::fill(weights_.begin(), weights_.end(), 0.f);
        for (int x = 0; x < out_.width; ++x) {
            starts_[static_cast<std::size_t>(x)] = 4 * x_.first[static_cast<std::size_t>(x)];
            for (int k = 0; k < x_.count; ++k)
                std::fill_n(weights_.begin() + 4 * (2 * pairs_ * x + k), 4,
                            x_.weights[static_cast<std::size_t>(x * x_.count + k)]);
        }
    }

    /// Source row `y`, resampled along, one plane after the other.
    template <class Arch>
    auto line(int y) -> float const*
    {
        auto const slot = y % y_.count;
        row const along{slots_ + floats_ * slot, slot_.plane, out_.width, slot_.channels};
        if (auto& held = held_[static_cast<std::size_t>(slot)]; held != y) {
            fetch<Arch>(y);
            simd::quad<Arch>::fill(0.f).store(pixels_ +
                                              4 * planes_.width); // what an odd tap out is paired with
            resample_along<Arch>(along);
            if (clamps_) clamp<Arch>(along);
            held = y;
        }
        return along.data;
    }

    /// Source row `y`, four floats a pixel.
    template <class Arch>
    void fetch(int y)
    {
        if (before_.pull_quads) return before_.pull_quads(before_.self, y, pixels_);
        before_(y, planes_);
        simd::to_quads<Arch>(planes_.data, planes_.plane, planes_.channels, planes_.width, pixels_);
    }

    template <class Arch>
    void resample_along(row const& to) const
    {
        if (careful_) carefully<Arch>(to);
        else if (pairs_ == 1) sum_pixels<Arch, 1>(to);
        else if (pairs_ == 2) sum_pixels<Arch, 2>(to);
        else if (pairs_ == 3) sum_pixels<Arch, 3>(to);
        else sum_pixels<Arch, 0>(to);
    }

    /// Every pixel of the output; the number of pairs of taps is known, or 0.
    template <class Arch, int Pairs>
    void sum_pixels(row const& to) const
    {
        using Q = simd::quad_pair<Arch>;
        // In variables of its own: a store of floats might change members, for all that a compiler knows.
        auto const pairs = Pairs ? Pairs : pairs_;
        auto const* const pixels = pixels_;
        auto const* starts = starts_.data();
        auto const* weights = weights_.data();
        for (int x = 0, width = out_.width; x < width; x += 8, starts += 8, weights += 64 * pairs) {
            auto const pair_at = [&](int i) {
                auto const *const w = weights + 8 * pairs * i, *const from = pixels + starts[i];
                Q sum = Q::load(w) * Q::load(from);
                for (int k = 1; k < pairs; ++k) sum = sum + Q::load(w + 8 * k) * Q::load(from + 8 * k);
                return sum;
            };
            simd::store_sums<Arch>(pair_at, to.data + x, to.plane, to.channels);
        }
    }

    /// The same, without a look at pixels of weight 0.
    template <class Arch>
    void carefully(row const& to) const
    {
        using Q = simd::quad<Arch>;
        for (int x = 0; x < out_.width; x += 8) {
            auto const pair_at = [&](int i) {
                auto const* const weights = weights_.data() + std::ptrdiff_t{8} * pairs_ * (x + i);
                auto const* const from = pixels_ + starts_[static_cast<std::size_t>(x + i)];
                Q even = Q::fill(0.f), odd = even;
                for (int k = 0; k < x_.count; ++k)
                    if (weights[4 * k] != 0) {
                        Q& sum = k % 2 ? odd : even;
                        sum = sum + Q::load(weights + 4 * k) * Q::load(from + 4 * k);
                    }
                return simd::quad_pair<Arch>::of(even, odd);
            };
            simd::store_sums<Arch>(pair_at, to.data + x, to.plane, to.channels);
        }
    }

    /// Down the columns of one plane.
    template <class Arch>
    static void weigh_lines(float const* const* lines, std::ptrdiff_t plane, float const* weights, int count,
                            float* sum, int width)
    {
        if (count == 1) weigh<Arch, 1>(lines, plane, weights, count, sum, width);
        else if (count == 2) weigh<Arch, 2>(lines, plane, weights, count, sum, width);
        else if (count == 3) weigh<Arch, 3>(lines, plane, weights, count, sum, width);
        else if (count == 4) weigh<Arch, 4>(lines, plane, weights, count, sum, width);
        else weigh<Arch, 0>(lines, plane, weights, count, sum, width);
    }

    /// The number of lines is known, or 0.
    template <class Arch, int Known>
    static void weigh(float const* const* lines, std::ptrdiff_t plane, float const* weights, int count,
                      float* sum, int width)
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
    void clamp(row const& to) const
    {
        using V = simd::real<Arch>;
        for (int c = 0; c < to.channels; ++c)
            for (int x = 0; x < to.width; x += V::lanes) clamped(V::load(to[c] + x)).store(to[c] + x);
    }

    row_source before_;
    taps x_, y_;
    extent out_;
    bool clamps_, careful_;
    int pairs_;
    row planes_;                   // a row of the source
    float* pixels_;                // the same, four floats a pixel
    row slot_;                     // the shape of a slot
    std::ptrdiff_t floats_;        // of a slot
    float* slots_;                 // rows resampled along
    std::span<std::int32_t> held_; // which row is in which slot
    std::span<float const*> seen_;
    std::span<std::int32_t> starts_; // of a pixel's first tap, in floats
    std::span<float> weights_;
};

} // namespace husk
