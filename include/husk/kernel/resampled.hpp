// SPDX-License-Identifier: MIT
#pragma once
#include <husk/kernel/along_bytes.hpp>
#include <husk/kernel/row.hpp>
#include <husk/kernel/taps.hpp>
#include <husk/kernel/weigh_rows.hpp>
#include <husk/simd/quad.hpp>

namespace husk {

/// The rows of a resampled image. Each row of the source is resampled along once, if possible together with
/// the next one, from four floats a pixel, even and odd taps apart, so that a register may hold two pixels or
/// one. It is kept as long as the filter sees it; a row of the output is a weighted sum of those that are
/// kept.
class resampled {
public:
    /// `clamps`: overshooting colours go back into [0, 1]. `careful`: colours may be NaN, so that pixels of
    /// weight 0 must not be looked at.
    resampled(row_source before, taps const& x, taps const& y, extent out, bool clamps, bool careful,
              arena& memory) :
        before_(before),
        x_(x), y_(y), out_(out), clamps_(clamps), careful_(careful || x.count > before.size.width),
        pairs_((x.count + 1) / 2), planes_(row::take(memory, before.size.width, before.channels)),
        pixels_{memory.take<float>(static_cast<std::size_t>(4 * planes_.plane)).data(),
                memory.take<float>(static_cast<std::size_t>(4 * planes_.plane)).data()},
        slot_(row::take(memory, out.width, before.channels)), floats_(slot_.plane * before.channels),
        slots_(memory.take<float>(static_cast<std::size_t>(floats_ * (y.count + 1))).data()),
        held_(memory.take<std::int32_t>(static_cast<std::size_t>(y.count + 1))),
        seen_(memory.take<float const*>(static_cast<std::size_t>(y.count))),
        starts_(memory.take<std::int32_t>(static_cast<std::size_t>(eights(out.width)))),
        weights_(memory.take<float>(static_cast<std::size_t>(8 * pairs_ * eights(out.width)))),
        along_(before.bytes.size.empty() ? along_bytes{}
                                         : along_bytes::take(x, out.width, before.size.width, memory))
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
            detail::weigh_rows<Arch>(seen_.data(), c * slot_.plane, w, count, to[c], out_.width);
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
        if (held<Arch>(y) != y) {
            // Rows of one tap may be far apart.
            bool const both = y_.count > 1 && y + 1 < before_.size.height && held<Arch>(y + 1) != y + 1;
            std::array const to{slot<Arch>(y), slot<Arch>(y + 1)};
            if (both) resample_along<Arch, 2>(y, to);
            else resample_along<Arch, 1>(y, to);
            for (int i = 0; i <= both; ++i) {
                if (clamps_) clamp<Arch>(to[static_cast<std::size_t>(i)]);
                held<Arch>(y + i) = y + i;
            }
        }
        return slot<Arch>(y).data;
    }

    /// Where row `y` of the source is kept, resampled along, and which row is there.
    template <class Arch>
    auto slot(int y) const -> row
    {
        return {slots_ + floats_ * (y % (y_.count + 1)), slot_.plane, out_.width, slot_.channels};
    }
    template <class Arch>
    auto held(int y) -> std::int32_t&
    {
        return held_[static_cast<std::size_t>(y % (y_.count + 1))];
    }

    /// Source row `y`, four floats a pixel, and what an odd tap out is paired with.
    template <class Arch>
    void fetch(int y, float* to)
    {
        if (before_.pull_quads) before_.pull_quads(before_.self, y, to);
        else {
            before_(y, planes_);
            simd::to_quads<Arch>(planes_.data, planes_.plane, planes_.channels, planes_.width, to);
        }
        simd::quad<Arch>::fill(0.f).store(to + 4 * planes_.width);
    }

    /// Source row `y`, or it and the next one.
    template <class Arch, std::size_t Rows>
    void resample_along(int y, std::array<row, 2> const& to)
    {
        if constexpr (simd::loads_neighbours<Arch>)
            if (before_.template are_bytes<Arch>() && along_.template is_faster<Arch>() && !careful_) {
                auto const& bytes = before_.bytes;
                return along_.template operator()<Arch, Rows>({bytes.row(y), bytes.row(y + (Rows > 1))}, to);
            }
        for (std::size_t i = 0; i < Rows; ++i) fetch<Arch>(y + static_cast<int>(i), pixels_[i]);
        if (careful_)
            for (std::size_t i = 0; i < Rows; ++i) carefully<Arch>(pixels_[i], to[i]);
        else if (pairs_ == 1) sum_pixels<Arch, Rows, 1>(to);
        else if (pairs_ == 2) sum_pixels<Arch, Rows, 2>(to);
        else if (pairs_ == 3) sum_pixels<Arch, Rows, 3>(to);
        else sum_pixels<Arch, Rows, 0>(to);
    }

    /// Every pixel of the output; the number of pairs of taps is known, or 0.
    template <class Arch, std::size_t Rows, int Pairs>
    [[gnu::noinline, gnu::flatten]] void sum_pixels(std::array<row, 2> const& to) const
    {
        using Q = simd::quad_pair<Arch>;
        using sums = std::array<Q, Rows>;
        // In variables of its own: a store of floats might change members, for all that a compiler knows.
        auto const pairs = Pairs ? Pairs : pairs_;
        auto const *const first = pixels_[0], *const second = pixels_[1];
        auto const* starts = starts_.data();
        auto const* weights = weights_.data();
        for (int x = 0, width = out_.width; x < width; x += 8, starts += 8, weights += 64 * pairs) {
            auto const pair_at = [&](int i) {
                auto const *const w = weights + 8 * pairs * i, *const from = first + starts[i],
                                  *const from2 = second + starts[i];
                sums sum;
                auto const add = [&](int k, auto const& plus) {
                    Q const weight = Q::load_once(w + 8 * k);
                    sum[0] = plus(sum[0], weight * Q::load(from + 8 * k));
                    if constexpr (Rows > 1) sum[1] = plus(sum[1], weight * Q::load(from2 + 8 * k));
                };
                add(0, [](Q const&, Q const& product) { return product; });
                for (int k = 1; k < pairs; ++k)
                    add(k, [](Q const& a, Q const& product) { return a + product; });
                return sum;
            };
            simd::store_sums<Arch, Rows>(pair_at, {to[0].data + x, to[1].data + x}, to[0].plane,
                                         to[0].channels);
        }
    }

    /// The same, without a look at pixels of weight 0.
    template <class Arch>
    void carefully(float const* pixels, row const& to) const
    {
        using Q = simd::quad<Arch>;
        for (int x = 0; x < out_.width; x += 8) {
            auto const pair_at = [&](int i) {
                auto const* const weights = weights_.data() + std::ptrdiff_t{8} * pairs_ * (x + i);
                auto const* const from = pixels + starts_[static_cast<std::size_t>(x + i)];
                Q even = Q::fill(0.f), odd = even;
                for (int k = 0; k < x_.count; ++k)
                    if (weights[4 * k] != 0) {
                        Q& sum = k % 2 ? odd : even;
                        sum = sum + Q::load(weights + 4 * k) * Q::load(from + 4 * k);
                    }
                return std::array{simd::quad_pair<Arch>::of(even, odd)};
            };
            simd::store_sums<Arch, 1>(pair_at, {to.data + x, nullptr}, to.plane, to.channels);
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
    std::array<float*, 2> pixels_; // two of them, four floats a pixel
    row slot_;                     // the shape of a slot
    std::ptrdiff_t floats_;        // of a slot
    float* slots_;                 // rows resampled along
    std::span<std::int32_t> held_; // which row is in which slot
    std::span<float const*> seen_;
    std::span<std::int32_t> starts_; // of a pixel's first tap, in floats
    std::span<float> weights_;
    along_bytes along_;
};

} // namespace husk
