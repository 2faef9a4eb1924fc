// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "support.hpp"

#include <husk/husk.hpp>
#include <husk/kernel/resample.hpp>

#include <cmath>

namespace {

using husk::extent;
using husk::filter;

/// Colour c of output pixel (x, y): the definition, in doubles, along and then down. Integers are clipped
/// after each.
template <husk::view V>
auto expected(V const& v, husk::taps const& across, husk::taps const& down, husk::rect seen, int x, int y,
              int c, double full) -> double
{
    auto const clipped = [&](double e) { return full > 1 ? std::min(std::max(e, 0.), 1.) : e; };
    double sum = 0;
    for (int j = 0; j < down.count; ++j) {
        double const weight = double{down.weights[static_cast<std::size_t>(y * down.count + j)]};
        if (weight == 0) continue;
        double along = 0;
        for (int i = 0; i < across.count; ++i)
            along += double{across.weights[static_cast<std::size_t>(x * across.count + i)]} *
                     static_cast<double>(v(seen.at.x + across.first[static_cast<std::size_t>(x)] + i,
                                           seen.at.y + down.first[static_cast<std::size_t>(y)] + j, c));
        sum += weight * clipped(along / full);
    }
    return clipped(sum);
}

template <class Arch, class T, template <class> class Layout>
void compare(extent in, int channels, husk::resample const& r, double full)
{
    support::guarded<T, Layout> source(in, channels);
    source.fill();
    support::guarded<float, husk::planar> target(r.out, channels);
    husk::workspace memory;
    husk::execute<Arch>(husk::plan<husk::resample>{{r}, in}, source.view(), target.view(), memory);
    REQUIRE(target.intact());

    std::vector<std::byte> bytes(1 << 20);
    husk::arena taps{std::span(bytes)};
    auto const x =
        husk::lay_taps<void>({r.across.from - r.seen.at.x, r.across.length, r.out.width, r.seen.size.width},
                             r.kind, r.antialias, taps);
    auto const y =
        husk::lay_taps<void>({r.down.from - r.seen.at.y, r.down.length, r.out.height, r.seen.size.height},
                             r.kind, r.antialias, taps);
    for (int c = 0; c < channels; ++c)
        for (int j = 0; j < r.out.height; ++j)
            for (int i = 0; i < r.out.width; ++i) {
                auto const e = expected(source.view(), x, y, r.seen, i, j, c, full);
                auto const size = full > 1 ? 1. : 1 + std::abs(e);
                REQUIRE(std::abs(static_cast<double>(target.view()(i, j, c)) - e) <= 2e-6 * size);
            }
}

auto whole(extent in, extent out, filter f, bool antialias) -> husk::resample
{
    return {{{}, in}, {0, double(in.width)}, {0, double(in.height)}, out, f, antialias};
}

} // namespace

TEST_CASE("resampling is the weighted sum that its taps say, in any size, filter and element", "[kernel]")
{
    husk::stream g(husk::key{.seed = 8});
    auto const size = [&] { return extent{g.in(husk::interval{1, 65}), g.in(husk::interval{1, 65})}; };
    for (int i = 0; i < 60; ++i) {
        auto const in = size(), out = size();
        auto const f = static_cast<filter>(i % 6);
        auto const r = whole(in, out, f, i % 2 == 0);
        int const channels = i % 3 == 0 ? 1 : i % 3 == 1 ? 3 : 4;
        INFO(in.width << "x" << in.height << " to " << out.width << "x" << out.height << ", "
                      << to_string(f));
        compare<husk::simd::best, std::uint8_t, husk::packed>(in, channels, r, 255);
        compare<husk::simd::best, std::uint16_t, husk::planar>(in, channels, r, 65535);
        compare<husk::simd::best, float, husk::packed>(in, channels, r, 1);
    }
}

TEST_CASE("a filter sees its window and nothing else", "[kernel]")
{
    husk::stream g(husk::key{.seed = 9});
    for (int i = 0; i < 30; ++i) {
        extent const in{g.in(husk::interval{5, 40}), g.in(husk::interval{5, 40})};
        extent const part{g.in(husk::interval{1, in.width}), g.in(husk::interval{1, in.height})};
        husk::rect const box{g.corner(in, part), part};
        husk::resample const r{box,
                               {double(box.at.x), double(part.width)},
                               {double(box.at.y), double(part.height)},
                               {g.in(husk::interval{1, 30}), g.in(husk::interval{1, 30})},
                               static_cast<filter>(i % 6)};
        compare<husk::simd::best, std::uint8_t, husk::packed>(in, 3, r, 255);

        auto const source = support::numbered(in);
        husk::workspace memory;
        husk::image<std::uint8_t> a(r.out), b(r.out);
        husk::execute(husk::plan<husk::resample>{{r}, in}, source, a, memory);
        auto moved = r;
        moved.seen.at = {};
        moved.across.from = moved.down.from = 0;
        husk::execute(husk::plan<husk::resample>{{moved}, part}, source.view().crop(box), b, memory);
        CHECK(a == b);
    }
}

TEST_CASE("the same bytes with and without wide registers", "[kernel]")
{
    auto const source = support::numbered({61, 47});
    for (auto const f : {filter::bilinear, filter::bicubic, filter::lanczos}) {
        auto const r = whole(source.size(), {29, 40}, f, true);
        husk::plan<husk::resample> const p{{r}, source.size()};
        husk::workspace memory;
        husk::image<float, husk::planar> a(r.out), b(r.out);
        husk::execute(p, source, a, memory);
        husk::execute<husk::simd::scalar>(p, source, b, memory);
        CHECK(support::same_pixels(a.view(), b.view()));
    }
}

TEST_CASE("NaN reaches as far as the filter, no further", "[kernel]")
{
    husk::image<float> source({33, 21}, 3);
    source.view()(16, 10, 1) = std::nanf("");
    for (auto const out : {extent{33, 21}, extent{66, 63}, extent{11, 7}}) {
        auto const r = whole(source.size(), out, filter::bilinear, true);
        husk::image<float> target(out);
        husk::workspace memory;
        husk::execute(husk::plan<husk::resample>{{r}, source.size()}, source, target, memory);
        for (int y = 0; y < out.height; ++y)
            for (int x = 0; x < out.width; ++x)
                for (int c = 0; c < 3; ++c) {
                    auto const from = [](int i, int n, int o) { return (i + .5) * n / o; };
                    auto const scale = std::max(33. / out.width, 1.);
                    bool const near = std::abs(from(x, 33, out.width) - 16.5) <= scale &&
                                      std::abs(from(y, 21, out.height) - 10.5) <= scale;
                    if (!near || c != 1) REQUIRE(target.view()(x, y, c) == 0);
                }
    }
}
