// SPDX-License-Identifier: MIT
#pragma once
#include <husk/kernel/row.hpp>
#include <husk/kernel/taps.hpp>
#include <husk/simd/quad.hpp>

namespace husk {

/// The rows of a resampled image. Source rows are kept, four floats a pixel, as long as the filter sees them;
/// a row of the output is their weighted sum, and each of its pixels a weighted sum along it, even and odd
/// taps apart, so that a register may hold two pixels or one.
class resampled {
public:
    /// `clamps`: overshooting colours go back into [0, 1]. `careful`: colours may be NaN, so that pixels of
    /// weight 0 must not be looked at.
    resampled(row_source before, taps const& x, taps const& y, extent out, bool clamps, bool careful,
              arena& memory) :
        before_(before),
        x_(x), y_(y), out_(out), clamps_(clamps), careful_(careful || x.count > before.size.width),
        pairs_((x.count + 1) / 2), floats_(4 * row::padded(before.size.width)),
        planes_(row::take(memory, before.size.width, before.channels)),
        sum_(memory.take<float>(static_cast<std::size_t>(floats_)).data()),
        slots_(memory.take<float>(static_cast<std::size_t>(floats_ * y.count)).data()),
        held_(memory.take<std::int32_t>(static_cast<std::size_t>(y.count))),
        seen_(memory.take<float const*>(static_cast<std::size_t>(y.count))),
        weights_(memory.take<float>(static_cast<std::size_t>(8 * pairs_ * out.width)))
    {
        for (auto& h : held_) h = -1;
        if (!weights_.empty()) spread_weights();
    }

    template <class Arch>
    void pull(int y, row const& to)
    {
        sum_lines<Arch>(y);
        if (careful_) sum_pixels<Arch>(to, [&](int x) { return careful_pixel<Arch>(x); });
        else if (pairs_ == 1) sum_pixels<Arch>(to, [&](int x) { return pixel<Arch, 1>(x); });
        else if (pairs_ == 2) sum_pixels<Arch>(to, [&](int x) { return pixel<Arch, 2>(x); });
        else if (pairs_ == 3) sum_pixels<Arch>(to, [&](int x) { return pixel<Arch, 3>(x); });
        else sum_pixels<Arch>(to, [&](int x) { return pixel<Arch, 0>(x); });
        if (clamps_) clamp<Arch>(to);
    }

private:
    /// Every weight four times, and an even number of them for each pixel.
    void spread_weights()
    {
        std::fill(weights_.begin(), weights_.end(), 0.f);
        for (int x = 0; x < out_.width; ++x)
            for (int k = 0; k < x_.count; ++k)
                std::fill_n(weights_.begin() + 4 * (2 * pairs_ * x + k), 4,
                            x_.weights[static_cast<std::size_t>(x * x_.count + k)]);
    }

    /// Source row `y`, four floats a pixel, and a black pixel behind the last.
    template <class Arch>
    auto line(int y) -> float const*
    {
        auto const slot = y % y_.count;
        auto* const floats = slots_ + floats_ * slot;
        if (auto& held = held_[static_cast<std::size_t>(slot)]; held != y) {
            before_(y, planes_);
            simd::to_quads<Arch>(planes_.data, planes_.plane, planes_.channels, planes_.width, floats);
            simd::quad<Arch>::fill(0.f).store(floats + 4 * planes_.width);
            held = y;
        }
        return floats;
    }

    /// Down the columns.
    template <class Arch>
    void sum_lines(int y)
    {
        auto const* w = y_.weights.data() + y * y_.count;
        int first = y_.first[static_cast<std::size_t>(y)], count = y_.count;
        while (count > 1 && w[count - 1] == 0) --count;
        for (; count > 1 && *w == 0; ++w, ++first) --count;
        for (int k = 0; k < count; ++k) seen_[static_cast<std::size_t>(k)] = line<Arch>(first + k);
        weigh_lines<Arch>(seen_.data(), w, count, sum_, 4 * planes_.width + 4);
    }

    template <class Arch>
    static void weigh_lines(float const* const* lines, float const* weights, int count, float* sum,
                            int floats)
    {
        using V = simd::real<Arch>;
        constexpr int n = V::lanes;
        for (int i = 0; i < floats; i += 4 * n) {
            V a = 0.f, b = 0.f, c = 0.f, d = 0.f;
            for (int k = 0; k < count; ++k) {
                V const w = weights[k];
                auto const* const from = lines[k] + i;
                a = a + w * V::load(from);
                b = b + w * V::load(from + n);
                c = c + w * V::load(from + 2 * n);
                d = d + w * V::load(from + 3 * n);
            }
            a.store(sum + i);
            b.store(sum + i + n);
            c.store(sum + i + 2 * n);
            d.store(sum + i + 3 * n);
        }
    }

    /// One pixel of the output; the number of pairs of taps is known, or 0.
    template <class Arch, int Pairs>
    auto pixel(int x) const -> simd::quad<Arch>
    {
        using Q = simd::quad_pair<Arch>;
        auto const pairs = Pairs ? Pairs : pairs_;
        auto const* const weights = weights_.data() + std::ptrdiff_t{8} * pairs * x;
        auto const* const from = sum_ + 4 * x_.first[static_cast<std::size_t>(x)];
        Q sum = Q::load(weights) * Q::load(from);
        for (int k = 1; k < pairs; ++k) sum = sum + Q::load(weights + 8 * k) * Q::load(from + 8 * k);
        return sum.sum();
    }

    template <class Arch>
    auto careful_pixel(int x) const -> simd::quad<Arch>
    {
        using Q = simd::quad<Arch>;
        auto const* const weights = weights_.data() + std::ptrdiff_t{8} * pairs_ * x;
        auto const* const from = sum_ + 4 * x_.first[static_cast<std::size_t>(x)];
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
        auto const last = out_.width - 1;
        for (int x = 0; x < out_.width; x += 4) {
            q[0] = pixel_at(x);
            q[1] = pixel_at(std::min(x + 1, last));
            q[2] = pixel_at(std::min(x + 2, last));
            q[3] = pixel_at(std::min(x + 3, last));
            simd::transpose(q);
            for (int c = 0; c < to.channels; ++c) q[static_cast<std::size_t>(c)].store(to[c] + x);
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
    std::ptrdiff_t floats_; // of a line
    row planes_;
    float *sum_, *slots_;
    std::span<std::int32_t> held_; // which row is in which slot
    std::span<float const*> seen_;
    std::span<float> weights_;
};

} // namespace husk
