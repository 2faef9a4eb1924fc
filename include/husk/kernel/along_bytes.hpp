// SPDX-License-Identifier: MIT
#pragma once
#include <husk/kernel/row.hpp>
#include <husk/kernel/squares.hpp>
#include <husk/kernel/taps.hpp>

namespace husk {

/// Resamples rows of pixels of three bytes along, straight from the bytes, a pair of neighbours at a time: to
/// the bit what sums of four floats a pixel are. What no new pixel needs is not converted; what several need,
/// several times.
class along_bytes {
public:
    static constexpr int most_taps = 8;

    /// Taps of an axis with `limit` pixels.
    static auto take(taps const& x, int out, int limit, arena& memory) -> along_bytes
    {
        along_bytes a;
        a.limit_ = limit;
        a.out_ = out;
        a.taps_ = x.count;
        a.plane_ = row::padded(out);
        auto const plane = static_cast<std::size_t>(a.plane_);
        a.starts_ = memory.take<std::int32_t>(plane);
        a.weights_ = memory.take<float>(most_taps * plane).data();
        for (auto& r : a.ends_)
            r = memory.take<std::uint8_t>(static_cast<std::size_t>(3 * limit + 32)).data();
        if (!a.starts_.empty() && x.count <= most_taps) a.spread(x);
        return a;
    }

    /// Whether that is faster: two taps always, and several where bytes become four floats slowly.
    template <class Arch>
    auto is_faster() const -> bool
    {
        return simd::loads_neighbours<Arch> && taps_ >= 2 &&
               taps_ <= (simd::quads_at_once<Arch> ? 2 : most_taps);
    }

    /// One row, or two.
    template <class Arch, std::size_t Rows>
    void operator()(std::array<std::uint8_t const*, 2> const& from, std::array<row, 2> const& to) const
    {
        if constexpr (simd::quads_at_once<Arch>) sum<Arch, Rows, 1>(from, to);
        else if (taps_ <= 2) sum<Arch, Rows, 1>(from, to);
        else if (taps_ <= 4) sum<Arch, Rows, 2>(from, to);
        else if (taps_ <= 6) sum<Arch, Rows, 3>(from, to);
        else sum<Arch, Rows, 4>(from, to);
    }

private:
    /// Weights of a tap side by side, and none for what is missing; pixels beyond the row are the last one.
    void spread(taps const& x)
    {
        std::fill_n(weights_, most_taps * plane_, 0.f);
        for (std::size_t i = 0; i < starts_.size(); ++i) {
            auto const n = std::min(i, x.first.size() - 1);
            starts_[i] = 3 * x.first[n];
            for (int k = 0; i == n && k < taps_; ++k)
                weights_[k * plane_ + static_cast<std::ptrdiff_t>(i)] =
                    x.weights[n * static_cast<std::size_t>(taps_) + static_cast<std::size_t>(k)];
        }
    }

    template <class Arch, std::size_t Rows, int Pairs>
    [[gnu::noinline, gnu::flatten]] void sum(std::array<std::uint8_t const*, 2> from,
                                             std::array<row, 2> const& to) const
    {
        constexpr int n = simd::real<Arch>::lanes;
        // In variables of its own: a store might change members, for all that a compiler knows.
        auto const* const starts = starts_.data();
        auto const out = std::array{to[0], to[1]};
        auto const width = out_,
                   last = 3 * limit_ - 6 * (Pairs - 1) - 8; // eight bytes are read at the last pair
        auto const weights = row{weights_, plane_, out_};
        int x = 0;
        for (; x < width && starts[x + n - 1] <= last; x += n)
            sum_at<Arch, Rows, Pairs>(from, starts + x, weights, x, out);
        if (x >= width) return;
        // The rest from a copy, after which there is room.
        int const begin = starts[x];
        for (std::size_t r = 0; r < Rows; ++r)
            from[r] = static_cast<std::uint8_t const*>(
                std::memcpy(ends_[r], from[r] + begin, static_cast<std::size_t>(3 * limit_ - begin)));
        for (; x < width; x += n) {
            std::array<std::int32_t, std::size_t{n}> later;
            for (std::size_t i = 0; i < later.size(); ++i)
                later[i] = starts_[static_cast<std::size_t>(x) + i] - begin;
            sum_at<Arch, Rows, Pairs>(from, later.data(), weights, x, out);
        }
    }

    /// As many pixels as a register holds.
    template <class Arch, std::size_t Rows, int Pairs>
    [[gnu::always_inline]] static inline void sum_at(std::array<std::uint8_t const*, 2> const& from,
                                                     std::int32_t const* starts, row const& weights, int x,
                                                     std::array<row, 2> const& to)
    {
        using V = simd::real<Arch>;
        std::array<simd::pixels<Arch, 3>, Rows> all;
        simd::for_channels<Arch, int{Rows}>([&](auto r) {
            simd::pixels<Arch, 6> sums;
            auto const add = [&](int pair, auto const& plus) {
                auto const p = simd::load_neighbours<Arch>(from[r] + 6 * pair, starts);
                simd::for_channels<Arch, 6>([&](auto c) {
                    auto const w = V::load(weights[2 * pair + c / 3] + x);
                    sums[c] = plus(sums[c], w * detail::colour<Arch, std::uint8_t>(p[c]));
                });
            };
            add(0, [](V, V product) { return product; });
            simd::for_channels<Arch, Pairs - 1>(
                [&](auto pair) { add(pair + 1, [](V sum, V product) { return sum + product; }); });
            simd::for_channels<Arch, 3>([&](auto c) { all[r][c] = sums[c] + sums[c + 3]; });
        });
        simd::for_channels<Arch, int{Rows}>(
            [&](auto r) { simd::for_channels<Arch, 3>([&](auto c) { all[r][c].store(to[r][c] + x); }); });
    }

    int limit_ = 0, out_ = 0, taps_ = 0;
    std::ptrdiff_t plane_ = 0;
    std::span<std::int32_t> starts_; // of a pixel's first tap, in bytes
    float* weights_ = nullptr;       // of one tap after the other
    std::array<std::uint8_t*, 2> ends_{};
};

} // namespace husk
