// SPDX-License-Identifier: MIT
#pragma once
#include <husk/kernel/long_rows.hpp>
#include <husk/simd/short_colours.hpp>
#include <husk/simd/triplets.hpp>

#include <algorithm>
#include <cstring>
#include <type_traits>

namespace husk::detail {

/// What k(short_colours) does to pixels of bytes in memory, where they are or elsewhere: twice as many
/// numbers at a time as colours, and none to be converted. Alpha stays, and so do images with one channel.
/// Where there are triplets, a kernel may know more: k.raised(p) are numbers whose upper bytes become all
/// three channels; or k.changed(bytes, k.rest(p)) is what becomes of bytes, and of what their pixels add.
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
    enum class way { colours, greys, rests };
    static constexpr way how = [] {
        if constexpr (simd::has_triplets<Arch>) {
            using pixels = simd::triplets<simd::triplet_arch<Arch>>;
            if constexpr (requires(K k, pixels p) { k.raised(p); }) return way::greys;
            else if constexpr (requires(K k, pixels p) { k.rest(p); }) return way::rests;
        }
        return way::colours;
    }();
    using arch = std::conditional_t<how == way::colours, Arch, simd::triplet_arch<Arch>>;
    static constexpr int block = simd::colours_at_once<arch>;

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
        if constexpr (how == way::greys) over_greys(k, from, to, width);
        else if constexpr (how == way::rests) over_rests(k, from, to, width);
        else
            simd::change_colours<Arch>(
                from, to, width, [k](auto const& p) __attribute__((always_inline)) { return k(p); });
    }

    /// Of three blocks one is read, one becomes grey, and one is written: a processor sees little more than
    /// one at a time.
    static void over_greys(K k, std::uint8_t const* from, std::uint8_t* to, std::ptrdiff_t width)
    {
        using pixels = simd::triplets<arch>;
        auto const greys = [k](std::array<pixels, 2> const& p) __attribute__((always_inline))
        {
            return std::array{k.raised(p[0]), k.raised(p[1])};
        };
        auto const last = width - block;
        auto grey = greys(pixels::load(from));
        std::ptrdiff_t x = 0;
        auto const write = [&]() __attribute__((always_inline))
        {
            simd::store_thrice<arch>(grey, to + 3 * x);
        };
        if (x + block < last) {
            auto next = pixels::load_amid(from + 3 * block);
            for (; x + 2 * block < last; x += block) {
                write();
                grey = greys(next);
                next = pixels::load_amid(from + 3 * (x + 2 * block));
            }
            write();
            grey = greys(next);
            x += block;
        }
        if (x < last) {
            write();
            grey = greys(pixels::load(from + 3 * last));
            x = last;
        }
        write();
    }

    /// In turn, some pixels' rests in memory, and what becomes of their bytes.
    static void over_rests(K k, std::uint8_t const* from, std::uint8_t* to, std::ptrdiff_t width)
    {
        using pixels = simd::triplets<arch>;
        using bytes = simd::batch<std::uint8_t, arch>;
        constexpr std::ptrdiff_t most = 1024;
        alignas(64) std::int16_t memory[most];
        auto const rests = [&](std::ptrdiff_t x) __attribute__((always_inline))
        {
            return simd::triplet_numbers<arch>(memory + x % most);
        };
        auto const keep = [&](std::ptrdiff_t x, std::array<pixels, 2> const& p) __attribute__((always_inline))
        {
            for (std::size_t half = 0; half < 2; ++half) rests(x).store(half, k.rest(p[half]));
        };
        for (std::ptrdiff_t begin = 0; begin < width; begin += most) {
            auto const end = std::min(begin + most, width);
            auto x = begin;
            if (x == 0) keep(x, pixels::load(from)), x += block;
            for (; x < std::min(end, width - block); x += block) keep(x, pixels::load_amid(from + 3 * x));
            if (x < end) keep(x, pixels::load(from + 3 * x));
            for (x = begin; x < end; x += block)
                for (std::size_t part = 0; part < 3; ++part) {
                    auto const at = 3 * x + static_cast<std::ptrdiff_t>(part * bytes::size);
                    auto const v = bytes::load_unaligned(from + at);
                    k.changed(v, rests(x).beneath(part)).store_unaligned(to + at);
                }
        }
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
