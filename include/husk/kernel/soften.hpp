// SPDX-License-Identifier: MIT
#pragma once
#include <husk/core/arena.hpp>
#include <husk/kernel/soft_passes.hpp>
#include <husk/simd/abreast.hpp>

#include <type_traits>

/// Three boxes of a pixel and part of its neighbours, in place: down columns, as far as there are rows, and
/// along rows. Results stand further on than their pixels were.
namespace husk::detail {

/// How many rows below its own that which a row becomes stands.
template <class Arch>
inline constexpr int soft_lag = soft_passes<Arch>::count + soft_passes<Arch>::waits;

/// Steps from..end of the passes down `length` columns of a picture of so many rows: step t takes row t, if
/// there is one, from rows + (t - from) pitch and leaves there what became of row t - soft_lag. In `state` is
/// what the steps before have left for those that follow. Whole registers are read and written.
template <class Arch, bool Ends, class Soft>
[[gnu::noinline, gnu::flatten]] void soften_down(Soft const& soft, std::uint8_t* rows, std::ptrdiff_t pitch,
                                                 int from, int end, int height, std::ptrdiff_t length,
                                                 std::int16_t* state)
{
    using passes = soft_passes<Arch>;
    using V = typename passes::V;
    auto const weigh = soft; // in registers, which no store changes
    auto const offset = V::all(weigh.offset);
    for (std::ptrdiff_t x = 0; x < length; x += V::lanes, state += passes::numbers) {
        auto p = passes::load(state);
        auto* at = rows + x;
        for (int t = from; t < end; ++t, at += pitch) {
            auto const kept = [&](int pass, V rise) __attribute__((always_inline))
            {
                if constexpr (!Ends) return rise;
                else return 2 * pass < t && t < height + 2 * pass ? rise : V::none();
            };
            auto const above = [](V last, V) { return last; };
            (p(weigh, V::load(at) - offset, above, kept) + offset).store(at);
        }
        p.store(state);
    }
}

/// The steps where rows begin and end, and those between.
template <class Arch, class Soft>
void soften_down(Soft const& soft, std::uint8_t* rows, std::ptrdiff_t pitch, int from, int end, int height,
                 std::ptrdiff_t length, std::int16_t* state)
{
    if (from < soft_lag<Arch> || end > height)
        soften_down<Arch, true>(soft, rows, pitch, from, end, height, length, state);
    else soften_down<Arch, false>(soft, rows, pitch, from, end, height, length, state);
}

/// Where rows of pixels of `step` numbers begin and end, for the passes along them.
class row_ends {
public:
    static constexpr int block = 16; ///< numbers that are looked at together, by halves

    template <class Arch>
    static auto take(int width, int step, arena& memory) -> row_ends
    {
        using passes = soft_passes<Arch>;
        // From one pass to the next, as a pixel waits for its turn and then for the one after it.
        int const wait = passes::V::is_scalar ? step : block / 2, pass = wait + step;
        row_ends r;
        r.width_ = width, r.step_ = step;
        r.lag_ = passes::count * step + passes::waits * wait;
        r.length_ = (width * step + r.lag_ + block - 1) / block * block;
        r.begun_ = passes::waits * pass + step;
        auto const kept = memory.take<std::int16_t>(static_cast<std::size_t>(passes::count * r.length_));
        r.kept_ = kept.data();
        for (int i = 0; auto& k : kept) {
            int const at = i % r.length_ - i / r.length_ * pass;
            k = at >= step && at < width * step ? -1 : 0;
            ++i;
        }
        return r;
    }

    auto width() const -> int { return width_; }
    /// Numbers that the passes touch in a row, in whole blocks.
    auto length() const -> int { return length_; }
    /// How many numbers further on a result stands.
    auto lag() const -> int { return lag_; }
    /// Whether in a block a row may begin or end for some pass.
    auto in(int x) const -> bool { return x < begun_ || x + block > width_ * step_; }
    /// All bits where a pass takes a pixel that has one before it, from number x on.
    auto kept(int pass, int x) const -> std::int16_t const* { return kept_ + pass * length_ + x; }

private:
    int width_ = 0, step_ = 1, lag_ = 0, length_ = 0, begun_ = 0;
    std::int16_t const* kept_ = nullptr;
};

/// The passes along as many rows as lie abreast in registers.
template <class Arch, int Step, class Soft>
[[gnu::noinline, gnu::flatten]] void soften_abreast(Soft const& soft, std::uint8_t* rows,
                                                    std::ptrdiff_t pitch, row_ends const& ends)
{
    using V = simd::shorts<Arch>;
    auto const weigh = soft;
    auto const offset = V::all(weigh.offset);
    soft_passes<Arch> p;
    auto const soften = [&](int x, auto at_ends) __attribute__((always_inline))
    {
        auto const half = [&](V now, int begin) __attribute__((always_inline))
        {
            auto const kept = [&](int pass, V rise) __attribute__((always_inline))
            {
                if constexpr (at_ends) return rise & simd::repeated<Arch>(ends.kept(pass, begin));
                else return rise;
            };
            auto const left = [](V last, V v) { return simd::behind<Step>(last, v); };
            return p(weigh, now - offset, left, kept) + offset;
        };
        auto v = simd::load_abreast<Arch>(rows + x, pitch);
        v.first = half(v.first, x);
        v.second = half(v.second, x + row_ends::block / 2);
        simd::store_abreast(v, rows + x, pitch);
    };
    for (int x = 0, n = ends.length(); x < n; x += row_ends::block)
        if (ends.in(x)) soften(x, std::true_type{});
        else soften(x, std::false_type{});
}

/// The passes along so many rows as lie abreast, or along one, of pixels of `Step` numbers.
template <class Arch, int Step, class Soft>
void soften_along(Soft const& soft, std::uint8_t* rows, std::ptrdiff_t pitch, row_ends const& ends)
{
    if constexpr (simd::rows_abreast < Arch >> 0) soften_abreast<Arch, Step>(soft, rows, pitch, ends);
    else // as many columns as pixels have numbers
        for (int c = 0; c < Step; ++c) {
            std::array<std::int16_t, std::size_t{soft_passes<Arch>::numbers}> state{};
            int const width = ends.width();
            soften_down<Arch>(soft, rows + c, Step, 0, width + soft_lag<Arch>, width, 1, state.data());
        }
}

} // namespace husk::detail
