// SPDX-License-Identifier: MIT
#pragma once
#include <husk/core/rect.hpp>
#include <husk/kernel/distance.hpp>
#include <husk/kernel/turn_words.hpp>

namespace husk::detail {

constexpr auto half(int n) -> int { return (n + 1) / 2; }
constexpr auto half(extent e) -> extent { return {half(e.width), half(e.height)}; }

/// Takes a box of a picture's half, each pixel of which is the mean of four; at the end of an odd side the
/// last stands for the one that is missing.
template <class Arch>
void halve(word_rows<std::uint32_t const> from, extent whole, rect const& box, word_rows<std::uint32_t> to)
{
    for (int y = box.at.y; y < box.at.y + box.size.height; ++y) {
        auto const* const top = from.row(2 * y);
        auto const* const bottom = from.row(std::min(2 * y + 1, whole.height - 1));
        auto* const out = to.row(y);
        auto const end = box.at.x + box.size.width, in_pairs = std::min(end, whole.width / 2);
        for (int x = box.at.x; x < in_pairs; ++x)
            out[x] = mean_of(top[2 * x], top[2 * x + 1], bottom[2 * x], bottom[2 * x + 1]);
        for (int x = std::max(box.at.x, in_pairs); x < end; ++x)
            out[x] = mean_of(top[2 * x], top[2 * x], bottom[2 * x], bottom[2 * x]);
    }
}

} // namespace husk::detail
