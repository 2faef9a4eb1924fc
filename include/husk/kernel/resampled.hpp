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
        starts_(memory.take<std::int32_t>(static_cast<std::size_t>(fours(out.width)))),
        weights_(memory.take<float>(static_cast<std::size_t>(8 * pairs_ * fours(out.width))))
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
    static constexpr auto fours(int width) -> int { return (width + 3) / 4 * 4; }

    /// Every weight four times, and an even number of them for each pixel; pixels in fours.
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
        if (careful_) sum_pixels<Arch>(to, [&](int x) { return careful_pixel<Arch>(x); });
        else if (pairs_ == 1) sum_pixels<Arch>(to, [&](int x) { return pixel<Arch, 1>(x); });
        else if (pairs_ == 2) sum_pixels<Arch>(to, [&](int x) { return pixel<Arch, 2>(x); });
        else if (pairs_ == 3) sum_pixels<Arch>(to, [&](int x) { return pixel<Arch, 3>(x); });
        else sum_pixels<Arch>(to, [&](int x) { return pixel<Arch, 0>(x); });
    }

    /// Down the columns of one plane.
    template <class Arch>
    static void weigh_lines(float const* const* lines, std::ptrdiff_t plane, float const* weights, int count,
                            float* sum, int width)
    {
        using V = simd::real<Arch>;
        constexpr int n = V::lanes;
        for (int i = 0; i < width; i += 2 * n) {
            V a = 0.f, b = 0.f;
            for (int k = 0; k < count; ++k) {
                V const w = weights[k];
                auto const* const from = lines[k] + plane + i;
                a = a + w * V::load(from);
                b = b + w * V::load(from + n);
            }
            a.store(sum + i);
            b.store(sum + i + n);
        }
    }

    /// One pixel of the output; the number of pairs of taps is known, or 0.
    template <class Arch, int Pairs>
    auto pixel(int x) const -> simd::quad<Arch>
    {
        using Q = simd::quad_pair<Arch>;
        auto const pairs = Pairs ? Pairs : pairs_;
        auto const* const weights = weights_.data() + std::ptrdiff_t{8} * pairs * x;
        auto const* const from = pixels_ + starts_[static_cast<std::size_t>(x)];
        Q sum = Q::load(weights) * Q::load(from);
        for (int k = 1; k < pairs; ++k) sum = sum + Q::load(weights + 8 * k) * Q::load(from + 8 * k);
        return sum.sum();
    }

    template <class Arch>
    auto careful_pixel(int x) const -> simd::quad<Arch>
    {
        using Q = simd::quad<Arch>;
        auto const* const weights = weights_.data() + std::ptrdiff_t{8} * pairs_ * x;
        auto const* const from = pixels_ + starts_[static_cast<std::size_t>(x)];
        Q even = Q::fill(0.f), odd = even;
        for (int k = 0; k < x_.count; ++k)
            if (weights[4 * k] != 0) {
                Q& sum = k % 2 ? odd : even;
                sum = sum + Q::load(weights + 4 * k) * Q::load(from + 4 * k);
            }
        return even + odd;
    }

    template <class Arch, class Pixel>
    void sum_pixels(row const& to, Pixel const& pixel_at) const
    {
        std::array<simd::quad<Arch>, 4> q;
        bool const colours = to.channels > 1, alpha = to.channels > 3;
        for (int x = 0, width = out_.width; x < width; x += 4) {
            q[0] = pixel_at(x);
            q[1] = pixel_at(x + 1);
            q[2] = pixel_at(x + 2);
            q[3] = pixel_at(x + 3);
            simd::transpose(q);
            q[0].store(to[0] + x);
            if (colours) q[1].store(to[1] + x);
            if (colours) q[2].store(to[2] + x);
            if (alpha) q[3].store(to[3] + x);
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
