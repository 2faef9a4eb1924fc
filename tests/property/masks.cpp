// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "support.hpp"

#include <husk/pipeline/execute.hpp>
#include <husk/transform/brightness.hpp>
#include <husk/transform/color_jitter.hpp>
#include <husk/transform/crop.hpp>
#include <husk/transform/flip.hpp>
#include <husk/transform/gaussian_blur.hpp>
#include <husk/transform/maybe.hpp>
#include <husk/transform/normalize.hpp>
#include <husk/transform/random_crop.hpp>
#include <husk/transform/random_resized_crop.hpp>
#include <husk/transform/random_right_angle.hpp>
#include <husk/transform/resize.hpp>
#include <husk/transform/rotation.hpp>

#include <set>

using husk::extent, husk::filter, husk::key;

namespace {

/// Three discs, of label 40, 90 and 200; as a picture, white on black.
auto label_at(int x, int y) -> int
{
    auto const in = [&](int cx, int cy, int r) { return (x - cx) * (x - cx) + (y - cy) * (y - cy) < r * r; };
    return in(30, 30, 14) ? 40 : in(75, 25, 11) ? 90 : in(60, 60, 17) ? 200 : 0;
}

template <class T>
auto mask_of(extent size, int scale) -> husk::image<T>
{
    husk::image<T> m(size, 1);
    for (int y = 0; y < size.height; ++y)
        for (int x = 0; x < size.width; ++x) m.view()(x, y, 0) = static_cast<T>(label_at(x, y) * scale);
    return m;
}

auto picture(extent size) -> husk::image<std::uint8_t>
{
    husk::image<std::uint8_t> p(size);
    for (int y = 0; y < size.height; ++y)
        for (int x = 0; x < size.width; ++x)
            for (int c = 0; c < 3; ++c) p.view()(x, y, c) = label_at(x, y) != 0 ? 255 : 0;
    return p;
}

/// Where the picture is clearly white the mask has a label, where it is clearly black it has none; and no
/// label is new.
template <class T, class Transform>
void check_aligned(Transform const& t, int scale, double black, double white)
{
    extent const in{100, 90};
    auto const source = picture(in);
    auto const labels = mask_of<T>(in, scale);
    husk::workspace memory;
    std::set<int> const known{0, 40 * scale, 90 * scale, 200 * scale};
    for (std::uint64_t i = 0; i < 25; ++i) {
        auto const p = husk::draw(t, key{.seed = 8, .index = i}, in);
        husk::image<float, husk::planar> view(p.size());
        husk::image<T> mask(p.size(), 1);
        husk::execute(p, source, view, memory);
        husk::execute_mask(p, labels, mask, memory);
        int clear = 0;
        for (int y = 0; y < p.size().height; ++y)
            for (int x = 0; x < p.size().width; ++x) {
                int const label = mask.view()(x, y, 0);
                REQUIRE(known.contains(label));
                double const v = double{view.view()(x, y, 1)};
                if (v <= black) REQUIRE(label == 0);
                if (v >= white) REQUIRE(label != 0);
                clear += v <= black || v >= white;
            }
        REQUIRE(clear > p.size().area() / 2);
    }
}

} // namespace

TEST_CASE("mask and picture stay aligned, and labels survive", "[property]")
{
    auto const t = husk::random_resized_crop{.size = {64, 56}, .scale = {.3f, 1}} |
                   husk::random_horizontal_flip{} |
                   husk::random_rotation{.degrees = {-40, 40}, .resampling = filter::bilinear} |
                   husk::maybe(.5f, husk::brightness{.factor = {.9f, 1.1f}});
    check_aligned<std::uint8_t>(t, 1, .001, .999);
    check_aligned<std::uint16_t>(t, 300, .001, .999);
    auto const blurred = husk::random_crop{.size = {70, 70}, .padding = 5} |
                         husk::maybe(.8f, husk::color_jitter{.brightness = .1f, .hue = .3f}) |
                         husk::gaussian_blur{.sigma = {.5f, 1}} | husk::random_vertical_flip{};
    check_aligned<std::uint8_t>(blurred, 1, .001, .999);
    check_aligned<std::uint16_t>(blurred, 300, .001, .999);
}

TEST_CASE("each way of resampling takes the nearest label", "[property]")
{
    for (auto const f : {filter::nearest, filter::bilinear, filter::bicubic, filter::area, filter::lanczos})
        for (bool const antialias : {false, true}) {
            husk::resize const t{.size = {37, 41}, .resampling = f, .antialias = antialias};
            auto const mask = mask_of<std::uint16_t>({100, 90}, 300);
            husk::resize const nearest{.size = {37, 41}, .resampling = filter::nearest};
            auto const wanted = husk::apply(nearest, key{}, mask);
            husk::image<std::uint16_t> out({37, 41}, 1);
            husk::workspace memory;
            husk::execute_mask(husk::draw(t, key{}, {100, 90}), mask, out, memory);
            CHECK(out == wanted);
        }
}

TEST_CASE("where pixels are only moved, masks are moved bit for bit", "[property]")
{
    auto const t = husk::crop{{{3, 4}, {50, 50}}} | husk::random_horizontal_flip{} |
                   husk::random_right_angle{} | husk::random_vertical_flip{};
    auto const check = [&]<class T>(T) {
        auto const mask = support::numbered<T>({60, 61}, 1);
        husk::workspace memory;
        for (std::uint64_t i = 0; i < 20; ++i) {
            auto const p = husk::draw(t, key{.index = i}, {60, 61});
            husk::image<T> moved(p.size(), 1), followed(p.size(), 1);
            husk::execute(p, mask, moved, memory);
            husk::execute_mask(p, mask, followed, memory);
            CHECK(support::same_pixels(moved.view(), followed.view()));
            // The same with a step that must compute: labels of 8 and 16 bits come through colours as they
            // are.
            auto const q = husk::draw(t | husk::normalize{}, key{.index = i}, {60, 61});
            husk::execute_mask(q, mask, followed, memory);
            CHECK(support::same_pixels(moved.view(), followed.view()));
        }
    };
    check(std::uint8_t{});
    check(std::uint16_t{});
    check(float{});
}

TEST_CASE("outside a picture, masks have label 0 whatever colour is filled", "[property]")
{
    husk::image<std::uint8_t> mask({20, 20}, 1);
    std::fill_n(mask.data(), mask.elements(), std::uint8_t{9});
    husk::workspace memory;
    auto const none = [&](auto const& t) {
        auto const p = husk::draw(t, key{}, mask.size());
        husk::image<std::uint8_t> out(p.size(), 1);
        husk::execute_mask(p, mask, out, memory);
        return std::count(out.data(), out.data() + out.elements(), 0);
    };
    CHECK(none(husk::crop{{{-5, 0}, {20, 20}}, husk::border::constant, {1, 1, 1}}) == 5 * 20);
    CHECK(none(husk::crop{{{-5, 0}, {20, 20}}, husk::border::edge}) == 0);
    CHECK(none(husk::random_rotation{.degrees = {45, 45}, .fill = {1, 1, 1}}) > 40);
    CHECK(none(husk::random_rotation{.degrees = {45, 45}, .outside = husk::border::reflect}) == 0);
}
