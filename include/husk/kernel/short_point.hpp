// SPDX-License-Identifier: MIT
#pragma once
#include <husk/kernel/long_rows.hpp>
#include <husk/simd/short_colours.hpp>
#include <husk/simd/triplets.hpp>

#include <cstring>

namespace husk::detail {

/// What k(short_colours) does to pixels of bytes in memory, where they are or elsewhere: twice as many
/// numbers at a time as colours, and none to be converted. Alpha stays, and so do images with one channel.
/// Where there are triplets, a kernel may know to do the same to them: k.changed(t, k.prepared(t)).
template <class Arch, class K>
class short_point {
public:
    explicit short_point(K k) : k_(k) {}

    void operator()(std::uint8_t const* from, std::uint8_t* to, int width, int channels, int) const
    {
        auto const bytes = static_cast<std::size_t>(width * channels);
        if (channels == 3) over_rows(k_, from, to, width);
        else if (from != to) std::memcpy(to, from, bytes);
        for (int x = 0; channels == 4 && x < width; x += block)
            over_alpha(to + 4 * x, std::min(width - x, block));
    }
    void all(packed<std::uint8_t const> from, packed<std::uint8_t> to) const
    {
        auto const rows = long_rows<Arch>::of(from, to);
        for (int y = 0; y < rows.height; ++y) over_rows(k_, from.row(y), to.row(y), rows.width);
    }

private:
    static constexpr int block = simd::colours_at_once<Arch>;
    static constexpr bool by_triplets = [] {
        if constexpr (simd::has_triplets<Arch>) return requires(K const& k, simd::triplets<Arch> const& t)
            {
                k.changed(t, k.prepared(t));
            };
        else return false;
    }();

    [[gnu::noinline, gnu::flatten]] static void over_rows(K k, std::uint8_t const* from, std::uint8_t* to,
                                                          std::ptrdiff_t width)
    {
        std::ptrdiff_t const whole = width / block * block;
        if (whole) over_blocks(k, from, to, whole);
        if (whole == width) return;
        auto const rest = static_cast<std::size_t>(3 * (width - whole));
        std::uint8_t some[std::size_t{3 * block}]{};
        std::memcpy(some, from + 3 * whole, rest);
        over_blocks(k, some, some, block);
        std::memcpy(to + 3 * whole, some, rest);
    }

    static void over_blocks(K k, std::uint8_t const* from, std::uint8_t* to, std::ptrdiff_t width)
    {
        if constexpr (by_triplets) over_triplets(k, from, to, width);
        else {
            auto const change = [k](auto const& p) __attribute__((always_inline)) { return k(p); };
            for (std::ptrdiff_t x = 0; x < width; x += block)
                simd::change_colours<Arch>(from + 3 * x, to + 3 * x, change);
        }
    }

    /// A block is prepared while the one before it is changed: a processor sees little more than one at a
    /// time.
    static void over_triplets(K k, std::uint8_t const* from, std::uint8_t* to, std::ptrdiff_t width)
    {
        using triplets = simd::triplets<Arch>;
        auto ready = k.prepared(triplets::load(from));
        std::ptrdiff_t x = 0;
        for (; x < width - block; x += block) {
            auto const done = k.changed(triplets::load(from + 3 * x), ready);
            ready = k.prepared(triplets::load(from + 3 * (x + block)));
            done.store(to + 3 * x);
        }
        k.changed(triplets::load(from + 3 * x), ready).store(to + 3 * x);
    }

    void over_alpha(std::uint8_t* pixels, int count) const
    {
        std::uint8_t some[std::size_t{3 * block}]{};
        for (int i = 0; i < 3 * count; ++i) some[i] = pixels[i / 3 * 4 + i % 3];
        over_rows(k_, some, some, count);
        for (int i = 0; i < 3 * count; ++i) pixels[i / 3 * 4 + i % 3] = some[i];
    }

    K k_;
};

} // namespace husk::detail
