// SPDX-License-Identifier: MIT
#include "generator.hpp"

#include <husk/husk.hpp>

namespace {

using pixels = husk::packed<std::uint8_t const>;

/// Draws and runs a transform; `windows_of` says which parts of the picture the plan's exemplars mean.
template <husk::transform T, class WindowsOf>
void run(options const& o, T const& t, pixels picture, husk::key const& luck, husk::workspace& memory,
         negative& made, WindowsOf windows_of)
{
    auto const plan = husk::draw(t, luck, picture.size);
    if (made.pixels.size() != plan.size() || made.pixels.channels() != picture.channels)
        made.pixels = husk::image<std::uint8_t>(plan.size(), picture.channels);
    made.figures.reset();
    if (!o.report) return husk::execute(plan, picture, made.pixels, memory);
    auto const map = husk::trace(plan, picture, made.pixels, memory);
    try {
        std::vector<husk::rect> const windows = windows_of(plan);
        made.figures =
            husk::report_on(picture, windows, made.pixels.view(), map, {.block = husk::quilt{}.block});
    } catch (husk::error const&) { // too small to be measured, which is no failure
    }
}

/// Windows come from the whole picture; one that is narrower than they are makes them as small as itself.
auto patches(options const& o, husk::extent picture) -> husk::patch_negative
{
    husk::patch_negative p{.size = {o.size, o.size}};
    p.side = {std::min(p.side.low, picture.shorter_side()), std::min(p.side.high, picture.shorter_side())};
    return p;
}

auto shuffle(husk::extent picture) -> husk::grid_shuffle
{
    husk::grid_shuffle s;
    s.cells = std::min(s.cells, picture.shorter_side());
    return s;
}

/// What a shuffle shuffles: the picture, or the square in its middle.
auto middle(options const& o, pixels picture) -> pixels
{
    if (o.size == 0) return picture;
    husk::extent const square{o.size, o.size};
    if (!picture.size.holds(square))
        throw husk::error("husk: it is " + to_string(picture.size) + ", smaller than --size " +
                          std::to_string(o.size) + ", and a shuffle does not scale");
    return picture.crop(centred(picture.size, square));
}

} // namespace

void make_negative(options const& o, pixels picture, husk::key const& luck, husk::workspace& memory,
                   negative& made)
{
    auto const exemplars = [](auto const& plan) {
        std::vector<husk::rect> windows;
        for (auto const& e : std::get<0>(plan.steps).exemplars) windows.push_back(e.window);
        return windows;
    };
    auto const whole = [](pixels p) {
        return [p](auto const&) { return std::vector{husk::rect{{}, p.size}}; };
    };
    if (o.how == method::texture)
        return run(o, husk::texture_negative{.size = {o.size, o.size}}, picture, luck, memory, made,
                   exemplars);
    if (o.how == method::shuffle) {
        auto const square = middle(o, picture);
        return run(o, shuffle(square.size), square, luck, memory, made, whole(square));
    }
    return run(o, patches(o, picture.size), picture, luck, memory, made, whole(picture));
}
