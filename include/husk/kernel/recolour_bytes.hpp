// SPDX-License-Identifier: MIT
#pragma once
#include <husk/kernel/colours_at.hpp>
#include <husk/kernel/level_line.hpp>
#include <husk/kernel/long_rows.hpp>
#include <husk/simd/load_levels.hpp>

#include <type_traits>

namespace husk::detail {

/// Where a loop finds colours times 256, which are levels and a bit: n + n / 255, rounded once, which is
/// exactly what the colour of n / 256 is, times 256.
template <class Arch>
struct level_colours {
    std::uint8_t const* pixels;

    auto operator[](std::ptrdiff_t x) const -> rgb<simd::real<Arch>>
    {
        return colours_of<Arch>(simd::load_levels<Arch>(pixels + 3 * x));
    }
    /// Neither at the beginning of the pixels nor at their end.
    auto amid(std::ptrdiff_t x) const -> rgb<simd::real<Arch>>
    {
        return colours_of<Arch>(simd::load_levels_amid<Arch>(pixels + 3 * x));
    }
};

/// Pixels of three bytes, recoloured into planes; of each row there are as many as lanes, or more.
template <class Arch, template <class> class Colours, class K>
[[gnu::noinline, gnu::flatten]] void recolour_rows(K k, packed<std::uint8_t const> from, planar<float> to)
{
    constexpr std::ptrdiff_t n = simd::real<Arch>::lanes, margin = (simd::levels_margin + 2) / 3;
    auto const rows = long_rows<Arch>::of(from, to);
    auto const width = rows.width;
    for (int y = 0; y < rows.height; ++y) {
        Colours<Arch> const colours{from.row(y)};
        auto *const red = to.row(y, 0), *const green = red + to.plane, *const blue = green + to.plane;
        auto const put = [=](rgb<simd::real<Arch>> const& p, std::ptrdiff_t x) __attribute__((always_inline))
        {
            auto const q = k(p);
            q.r.store(red + x);
            q.g.store(green + x);
            q.b.store(blue + x);
        };
        put(colours[0], 0);
        std::ptrdiff_t x = n;
        for (; x + n + margin <= width; x += n) put(colours.amid(x), x);
        for (; x < width; x += n) put(colours[std::min(x, width - n)], std::min(x, width - n));
    }
}

/// Whether `fast` makes of all levels times 256 what `k` makes of their colours, to the last bit.
template <class Arch, class K, class Fast>
auto same_of_levels(K const& k, Fast const& fast) -> bool
{
    alignas(64) std::array<std::array<float, std::size_t{3 * level_count}>, 2> made;
    packed<std::uint8_t const> const levels{ramp.data(), {level_count, 1}};
    auto const planes = [&](std::size_t i) { return planar<float>{made[i].data(), levels.size}; };
    recolour_rows<Arch, byte_colours>(k, levels, planes(0));
    recolour_rows<Arch, level_colours>(fast, levels, planes(1));
    return std::memcmp(made[0].data(), made[1].data(), sizeof made[0]) == 0;
}

/// Calls run(how, times_256) with `k` and false; or with a faster way and true, where `k` knows one and an
/// image of size `size` is worth a look: k.of_levels<Arch>() is what it does to colours times 256, but for
/// the last bits. That is believed when it was right for all levels.
template <class Arch, class K, class Run>
void with_levels(K const& k, extent size, Run run)
{
    [[maybe_unused]] constexpr std::int64_t pays = 8 * level_count;
    if constexpr (requires { k.template of_levels<Arch>(); })
        if (size.area() >= pays)
            if (auto const fast = k.template of_levels<Arch>(); same_of_levels<Arch>(k, fast))
                return run(fast, std::true_type{});
    run(k, std::false_type{});
}

/// The same as recolour_rows, faster where `k` knows how.
template <class Arch, class K>
void recolour_bytes(K const& k, packed<std::uint8_t const> from, planar<float> to)
{
    with_levels<Arch>(k, from.size, [&](auto const& how, auto times_256) {
        if constexpr (times_256()) recolour_rows<Arch, level_colours>(how, from, to);
        else recolour_rows<Arch, byte_colours>(how, from, to);
    });
}

} // namespace husk::detail
