// SPDX-License-Identifier: MIT
#pragma once
#include <husk/simd/short_colours.hpp>

#include <cstring>

namespace husk::detail {

/// What k(short_colours) does to pixels of bytes in memory, where they are or elsewhere: twice as many
/// numbers at a time as colours, and none to be converted. Alpha stays, and so do images with one channel.
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

private:
    static constexpr int block = simd::colours_at_once<Arch>;

    [[gnu::noinline, gnu::flatten]] static void over_rows(K k, std::uint8_t const* from, std::uint8_t* to,
                                                          int width)
    {
        auto const change = [k](auto const& p) { return k(p); };
        int x = 0;
        for (; x <= width - block; x += block) simd::change_colours<Arch>(from + 3 * x, to + 3 * x, change);
        if (x >= width) return;
        auto const rest = static_cast<std::size_t>(3 * (width - x));
        std::uint8_t some[std::size_t{3 * block}]{};
        std::memcpy(some, from + 3 * x, rest);
        simd::change_colours<Arch>(some, some, change);
        std::memcpy(to + 3 * x, some, rest);
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
