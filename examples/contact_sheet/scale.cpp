// SPDX-License-Identifier: MIT
#include "scale.hpp"

namespace {

using pixels = husk::packed<std::uint8_t const>;

/// The pixels of a side of `from` that pixel i of `to` covers: at least one.
auto covered(int i, int from, int to) -> husk::interval<int>
{
    auto const begin = static_cast<int>(std::int64_t{i} * from / to);
    auto const end = static_cast<int>(std::int64_t{i + 1} * from / to);
    return {begin, std::max(begin + 1, end)};
}

auto mean_of(pixels window, int channel) -> std::uint8_t
{
    std::int64_t sum = 0;
    for (int y = 0; y < window.size.height; ++y)
        for (int x = 0; x < window.size.width; ++x) sum += window(x, y, channel);
    return static_cast<std::uint8_t>((sum + window.size.area() / 2) / window.size.area());
}

} // namespace

auto square_of(pixels picture, int side) -> husk::image<std::uint8_t>
{
    auto const shorter = picture.size.shorter_side();
    auto const middle = picture.crop(centred(picture.size, {shorter, shorter}));
    husk::image<std::uint8_t> scaled({side, side}, picture.channels);
    for (int y = 0; y < side; ++y)
        for (int x = 0; x < side; ++x) {
            auto const across = covered(x, shorter, side), down = covered(y, shorter, side);
            auto const window =
                middle.crop({{across.low, down.low}, {across.high - across.low, down.high - down.low}});
            for (int c = 0; c < picture.channels; ++c) scaled.view()(x, y, c) = mean_of(window, c);
        }
    return scaled;
}
