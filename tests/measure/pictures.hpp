// SPDX-License-Identifier: MIT
#pragma once
#include <husk/core/error.hpp>
#include <husk/image/image.hpp>
#include <husk/kernel/coordinate_map.hpp>
#include <husk/measure/field.hpp>

#include <cmath>
#include <string>

// Pictures by formula, the same everywhere: the reference values in the tests were computed from them.
namespace pictures {

using picture = husk::image<std::uint8_t>;

/// Noise: 32 bits that depend on the place alone.
inline auto grain(int x, int y, int c) -> std::uint32_t
{
    auto h = static_cast<std::uint32_t>(x) * 374761393u + static_cast<std::uint32_t>(y) * 668265263u +
             static_cast<std::uint32_t>(c) * 2246822519u;
    h = (h ^ (h >> 13)) * 1274126177u;
    return h ^ (h >> 16);
}

/// value(x, y, c) for every element.
template <class Value>
auto paint(husk::extent size, int channels, Value value) -> picture
{
    picture p(size, channels);
    auto const v = p.view();
    for (int y = 0; y < size.height; ++y)
        for (int x = 0; x < size.width; ++x)
            for (int c = 0; c < channels; ++c) v(x, y, c) = static_cast<std::uint8_t>(value(x, y, c));
    return p;
}

inline auto noise(husk::extent size, int channels = 3, int number = 0) -> picture
{
    return paint(size, channels, [=](int x, int y, int c) { return grain(x, y, c + 16 * number) & 255; });
}

inline auto flat(husk::extent size, int value, int channels = 3) -> picture
{
    return paint(size, channels, [=](int, int, int) { return value; });
}

/// A bright disc before a slope of light, all of it grainy: it has a layout and a texture.
inline auto scene(husk::extent size, int channels = 3) -> picture
{
    return paint(size, channels, [=](int x, int y, int c) {
        int const u = x - size.width / 3, v = y - size.height / 3, r = size.shorter_side() / 4;
        return 20 * c + (u * u + v * v < r * r ? 90 : 0) + 60 * x / size.width +
               static_cast<int>(grain(x / 3, y / 3, c) % 45);
    });
}

/// Bricks of two colours, grainy.
inline auto weave(husk::extent size, int phase, int channels = 3) -> picture
{
    return paint(size, channels, [=](int x, int y, int c) {
        return (((x + phase) / 4 + y / 6) % 2 == 0 ? 150 : 60) + 10 * c +
               static_cast<int>(grain(x + phase, y, c) % 40);
    });
}

inline auto checkerboard(husk::extent size, int cell, int channels = 3) -> picture
{
    return paint(size, channels,
                 [=](int x, int y, int) { return (x / cell + y / cell) % 2 == 0 ? 230 : 20; });
}

/// A Gaussian blur, out to three sigma; borders repeat.
inline auto blurred(husk::measured v, double sigma) -> picture
{
    auto const reach = static_cast<int>(3 * sigma);
    auto const pass = [&](husk::measured in, husk::point along) {
        return paint(in.size, in.channels, [&](int x, int y, int c) {
            double sum = 0, weights = 0;
            for (int i = -reach; i <= reach; ++i) {
                auto const w = std::exp(-i * i / (2 * sigma * sigma));
                sum += w * in(std::clamp(x + i * along.x, 0, in.size.width - 1),
                              std::clamp(y + i * along.y, 0, in.size.height - 1), c);
                weights += w;
            }
            return std::lround(sum / weights);
        });
    };
    return pass(pass(v, {1, 0}).view(), {0, 1});
}

/// Squares of `side` from pseudo-random places of an image of size `source`.
inline auto random_tiles(husk::extent source, husk::extent out, int side, int number = 0)
    -> husk::coordinate_map
{
    husk::coordinate_map map(out);
    for (int y = 0; y < out.height; ++y)
        for (int x = 0; x < out.width; ++x) {
            auto const place = [&](int axis, int room) {
                return static_cast<int>(grain(x / side, y / side, 7 + axis + 2 * number) %
                                        static_cast<std::uint32_t>(room - side + 1));
            };
            map(x, y) = {0, place(0, source.width) + x % side, place(1, source.height) + y % side};
        }
    return map;
}

inline auto replayed(husk::coordinate_map const& map, husk::measured source) -> picture
{
    picture p(map.size(), source.channels);
    map.replay(source, p.view());
    return p;
}

/// What husk::error says when `f` is called; empty when it does not throw.
template <class F>
auto complaint(F f) -> std::string
{
    try {
        f();
    } catch (husk::error const& e) {
        return e.what();
    }
    return {};
}

/// Whether `f` throws husk::error with a message that names `argument`.
template <class F>
auto complains_about(std::string const& argument, F f) -> bool
{
    return complaint(f).starts_with("husk: " + argument);
}

} // namespace pictures
