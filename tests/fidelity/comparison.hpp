// SPDX-License-Identifier: MIT
#pragma once
#include "catch.hpp"
#include "support.hpp"

#include <husk/husk.hpp>
#include <husk/io/read.hpp>
#include <husk/transform/normalize.hpp>

#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iomanip>

/// husk beside Pillow and torchvision, whose results (render.py) lie in references/, or in the folder that
/// HUSK_FIDELITY_REFERENCES names. With HUSK_FIDELITY_TABLE, a row of a table is appended to that file for
/// every comparison.
namespace fidelity {

inline auto here() -> std::filesystem::path { return std::filesystem::path(HUSK_ROOT) / "tests/fidelity"; }

inline auto references() -> std::filesystem::path
{
    auto const* const folder = std::getenv("HUSK_FIDELITY_REFERENCES");
    return folder ? std::filesystem::path(folder) : here() / "references";
}

inline auto source() -> husk::image<std::uint8_t> const&
{
    static auto const i = husk::read_image(here() / "source.png");
    return i;
}
inline auto photo() -> husk::image<std::uint8_t> const&
{
    static auto const i = husk::read_image(here() / "photo.png");
    return i;
}

/// Greys, primaries, the darkest and the brightest colours.
inline auto extremes() -> husk::image<std::uint8_t> const&
{
    static auto const i = husk::read_image(here() / "extremes.png");
    return i;
}
/// One colour.
inline auto flat() -> husk::image<std::uint8_t>
{
    return husk::apply(husk::crop{{{99, 0}, {16, 16}}, husk::border::constant, {90 / 255.f, 0, 1}}, {},
                       source());
}

using floats = husk::image<float, husk::planar>;

/// An image as torchvision takes it; floats are never clipped on the way.
inline auto tensor(husk::image<std::uint8_t> const& of = source()) -> floats
{
    floats t(of.size());
    husk::workspace memory;
    husk::execute(husk::draw(husk::compose(), husk::key{}, t.size()), of, t, memory);
    return t;
}

/// The largest and the mean difference of two images of one size.
struct differences {
    double most = 0, mean = 0;
};

template <husk::view A, husk::view B>
auto compare(A const& a, B const& b) -> differences
{
    differences d;
    for (int y = 0; y < a.size.height; ++y)
        for (int x = 0; x < a.size.width; ++x)
            for (int c = 0; c < a.channels; ++c) {
                auto const e = std::abs(static_cast<double>(a(x, y, c)) - static_cast<double>(b(x, y, c)));
                d.most = e <= d.most ? d.most : e; // NaN counts
                d.mean += e;
            }
    d.mean /= static_cast<double>(a.size.area() * a.channels);
    return d;
}

inline void settle(std::string const& whose, std::string const& name, differences d, double tolerance)
{
    if (auto const* const table = std::getenv("HUSK_FIDELITY_TABLE"))
        std::ofstream(table, std::ios::app) << std::setprecision(2) << "| " << name << " | " << whose << " | "
                                            << tolerance << " | " << d.most << " | " << d.mean << " |\n";
    INFO(name << " beside " << whose << ": at most " << d.most << ", on average " << d.mean);
    CHECK(d.most <= tolerance);
}

/// Any plan of one kernel, or any transform, applied to an image.
template <class T, class Source, class Target>
void make(T const& t, Source const& from, Target& to)
{
    husk::workspace memory;
    if constexpr (husk::transform<T>) husk::apply(t, husk::key{}, from, to, memory);
    else husk::execute(husk::plan<T>{{t}, from.size()}, from, to, memory);
}

/// 8-bit levels, beside Pillow's; but for a rim of so many pixels.
template <class T>
void pillow(std::string const& name, T const& t, double tolerance,
            husk::image<std::uint8_t> const& from = source(), int rim = 0)
{
    auto const expected = husk::read_image(references() / ("pillow_" + name + ".png"));
    husk::image<std::uint8_t> ours(expected.size());
    make(t, from, ours);
    auto const [width, height] = expected.size();
    husk::rect const kept{{rim, rim}, {width - 2 * rim, height - 2 * rim}};
    settle("Pillow", name, compare(ours.view().crop(kept), expected.view().crop(kept)), tolerance);
}

/// Floats, beside those of `whose`; of images larger than 41 pixels a window of 32 at (16, 16) is kept.
template <class T>
void beside(std::string const& whose, std::string const& name, T const& t, husk::extent size,
            double tolerance, floats const& from)
{
    floats ours(size);
    make(t, from, ours);
    husk::rect const kept = size.width <= 41 ? husk::rect{{}, size} : husk::rect{{16, 16}, {32, 32}};
    floats expected(kept.size);
    std::ifstream file(references() / (whose + "_" + name + ".f32"), std::ios::binary);
    auto const bytes = static_cast<std::streamsize>(kept.size.area() * 3 * 4);
    file.read(reinterpret_cast<char*>(expected.view().data), bytes);
    REQUIRE(file.gcount() == bytes);
    settle(whose, name, compare(ours.view().crop(kept), expected.view()), tolerance);
}

template <class T>
void torchvision(std::string const& name, T const& t, husk::extent size, double tolerance,
                 floats const& from = tensor())
{
    beside("torchvision", name, t, size, tolerance, from);
}

/// Beside what TensorFlow defines.
template <class T>
void definition(std::string const& name, T const& t, husk::extent size, double tolerance,
                floats const& from = tensor())
{
    beside("definition", name, t, size, tolerance, from);
}

} // namespace fidelity
