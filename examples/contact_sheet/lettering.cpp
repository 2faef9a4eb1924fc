// SPDX-License-Identifier: MIT
#include "lettering.hpp"

#include <array>
#include <cstring>
#include <vector>

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wunused-function"
#if __has_include(<stb/stb_easy_font.h>)
    #include <stb/stb_easy_font.h>
#else
    #include <stb_easy_font.h>
#endif
#pragma GCC diagnostic pop

namespace {

constexpr std::uint8_t ink = 40;

/// stb_easy_font makes rectangles for a graphics card: four corners of x, y, z and a colour.
struct corner {
    float x, y, z;
    std::array<unsigned char, 4> colour;
};
using rectangle = std::array<corner, 4>;
static_assert(sizeof(rectangle) == 64);

void fill(husk::packed<std::uint8_t> sheet, husk::point from, husk::point to)
{
    for (int y = std::max(from.y, 0); y < std::min(to.y, sheet.size.height); ++y)
        for (int x = std::max(from.x, 0); x < std::min(to.x, sheet.size.width); ++x)
            std::memset(sheet.at(x, y), ink, static_cast<std::size_t>(sheet.channels));
}

} // namespace

void letter(husk::packed<std::uint8_t> sheet, husk::point at, int magnification, std::string text)
{
    for (char& c : text)
        if (c < ' ' || c > '~') c = '?';
    std::vector<rectangle> rectangles(64 * text.size() + 64);
    auto const bytes = static_cast<int>(rectangles.size() * sizeof(rectangle));
    auto const n = stb_easy_font_print(0, 0, text.data(), nullptr, rectangles.data(), bytes);
    rectangles.resize(static_cast<std::size_t>(n));
    auto const place = [&](corner const& c) {
        return at + husk::point{static_cast<int>(c.x) * magnification, static_cast<int>(c.y) * magnification};
    };
    for (auto const& r : rectangles) fill(sheet, place(r[0]), place(r[2]));
}
