// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "every_transform.hpp"
#include "support.hpp"

#include <cmath>
#include <limits>

// One colour that is no number spoils what is computed from it, and nothing else: no pixel further away than
// the filter sees, no other channel where channels are apart, no mean, range or histogram.

namespace {

using husk::extent, husk::position;
using picture = husk::image<float, husk::planar>;

constexpr extent in{67, 53};
constexpr int bad_x = 31, bad_y = 22, bad_channel = 1;

auto noise() -> picture
{
    husk::stream g(husk::key{.seed = 12});
    picture p(in);
    for (std::size_t i = 0; i < p.elements(); ++i) p.data()[i] = g.unit();
    return p;
}

/// How many pixels of the output the filter reaches: `filter` pixels of the source or of the output,
/// whichever are larger, and what a map enlarges or tilts.
auto reach_in(double filter, int from, int to) -> double
{
    double const scale = static_cast<double>(to) / from;
    return filter == 0 ? .5 : filter * std::max(scale, 1.) + 1;
}

/// Runs a transform on an image with NaN in it; `reach` is how far the filter sees, 0 where a pixel is its
/// own.
struct check {
    double reach;
    bool channels_apart;

    template <husk::transform T>
    void operator()(char const* name, T const& t) const
    {
        auto const clean = noise();
        auto spoilt = clean;
        spoilt.view()(bad_x, bad_y, bad_channel) = std::numeric_limits<float>::quiet_NaN();
        husk::workspace memory;
        for (std::uint64_t i = 0; i < 5; ++i) {
            auto const p = husk::draw(t, husk::key{.seed = 2, .index = i}, in);
            INFO(name << ": " << p.describe());
            picture a(p.size()), b(p.size());
            husk::execute(p, clean, a, memory);
            husk::execute(p, spoilt, b, memory);
            auto const at = husk::moved(p, position{bad_x + .5f, bad_y + .5f});
            compare(a, b, at,
                    {reach_in(reach, in.width, p.size().width), reach_in(reach, in.height, p.size().height)});
        }
    }

private:
    void compare(picture const& clean, picture const& spoilt, position at, std::array<double, 2> far) const
    {
        auto const size = clean.size();
        for (int y = 0; y < size.height; ++y)
            for (int x = 0; x < size.width; ++x)
                for (int c = 0; c < 3; ++c) {
                    bool const near = std::abs(x + .5 - double{at.x}) <= far[0] &&
                                      std::abs(y + .5 - double{at.y}) <= far[1];
                    if (near && (c == bad_channel || !channels_apart)) continue;
                    INFO("pixel (" << x << ", " << y << "), channel " << c);
                    // Statistics do without one pixel, which is all that may be seen of it elsewhere.
                    REQUIRE(std::abs(spoilt.view()(x, y, c) - clean.view()(x, y, c)) < .01f);
                }
    }
};

} // namespace

TEST_CASE("NaN reaches no further than a filter", "[property]")
{
    support::every_area([](std::string const& name, auto const& t) {
        auto const is = [&](char const* part) { return support::contains(name, part); };
        // Deviations are at most 2: the bell ends at three of them, three boxes at 3 times 3 pixels.
        check const of{is("23 taps")       ? 11.
                       : is("three boxes") ? 9.
                       : is("blur")        ? 6.
                       : is("sharpness")   ? 1.
                                           : 0.,
                       true};
        of(name.c_str(), t);
    });
    support::every_geometry([](std::string const& name, auto const& t) {
        bool const computes = name.starts_with("resize") || support::contains(name, "resized") ||
                              support::contains(name, "rotation") || name == "random_affine" ||
                              name == "random_perspective";
        // Maps may enlarge twice, in a filter of 2 pixels; resize's Lanczos sees 3.
        check{computes ? 5. : 0., true}(name.c_str(), t);
    });
}

TEST_CASE("NaN does not leave its pixel where colours are changed one by one", "[property]")
{
    support::every_colour(check{0, false});
}
