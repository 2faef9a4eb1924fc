// SPDX-License-Identifier: MIT
#pragma once
#include <husk/image/image.hpp>
#include <husk/kernel/boxed.hpp>
#include <husk/kernel/chain.hpp>
#include <husk/pipeline/workspace.hpp>
#include <husk/rng/stream.hpp>
#include <husk/simd/arch.hpp>

#include <algorithm>
#include <vector>

namespace boxes {

using levels = husk::image<std::uint8_t>;

inline auto scene(husk::extent size, int channels) -> levels
{
    levels i(size, channels);
    husk::stream g(husk::key{.seed = 4});
    for (std::size_t n = 0; n < i.elements(); ++n) i.data()[n] = static_cast<std::uint8_t>(g.below(256));
    return i;
}

/// Three passes along and three down, of the rows in this order.
template <class Arch>
auto boxed(levels const& source, float radius, std::vector<int> const& order) -> levels
{
    husk::workspace room;
    auto memory = room.fit(std::size_t{1} << 22);
    husk::chain<Arch, husk::packed<std::uint8_t const>> c(source.view(), husk::content::colours, memory);
    husk::boxed::join(c, radius);
    auto target = source;
    auto const r = husk::row::take(memory, source.size().width, source.channels());
    for (int const y : order) {
        c.rows()(y, r);
        husk::pack<Arch>(r, target.view(), y);
    }
    return target;
}

/// The oracle, in 64-bit integers: one pass over all pixels, where at(x, y, k) is k away.
template <class At>
void pass(levels& image, float radius, At at)
{
    int const full = static_cast<int>(radius);
    auto const whole = static_cast<std::int64_t>(16777216.f / (2 * radius + 1));
    auto const part = (16777216 - (2 * full + 1) * whole) / 2;
    auto const old = image;
    auto const size = image.size();
    for (int y = 0; y < size.height; ++y)
        for (int x = 0; x < size.width; ++x)
            for (int c = 0; c < std::min(image.channels(), 3); ++c) {
                std::int64_t sum = 8388608;
                for (int k = -full - 1; k <= full + 1; ++k) {
                    auto const p = at(x, y, k);
                    sum += (std::abs(k) > full ? part : whole) *
                           old.view()(std::clamp(p.x, 0, size.width - 1), std::clamp(p.y, 0, size.height - 1),
                                      c);
                }
                image.view()(x, y, c) = static_cast<std::uint8_t>(sum >> 24);
            }
}

inline auto oracle(levels image, float radius) -> levels
{
    for (int i = 0; i < 3; ++i)
        pass(image, radius, [](int x, int y, int k) { return husk::point{x + k, y}; });
    for (int i = 0; i < 3; ++i)
        pass(image, radius, [](int x, int y, int k) { return husk::point{x, y + k}; });
    return image;
}

inline auto downwards(int height) -> std::vector<int>
{
    std::vector<int> all;
    for (int y = 0; y < height; ++y) all.push_back(y);
    return all;
}

} // namespace boxes
