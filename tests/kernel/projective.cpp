// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "kernel/sampling.hpp"
#include "support.hpp"

#include <husk/pipeline/execute.hpp>
#include <husk/transform/crop.hpp>
#include <husk/transform/flip.hpp>

#include <limits>

namespace {

using husk::border, husk::extent, husk::filter, husk::matrix3, husk::projective;
using picture = husk::image<float, husk::planar>;

template <class K>
auto plan_of(K const& k, extent in) -> husk::plan<K>
{
    return {std::tuple<K>{k}, in};
}
template <class A, class B>
auto plan_of(A const& a, B const& b, extent in) -> husk::plan<A, B>
{
    return {std::tuple<A, B>{a, b}, in};
}

template <class P, class S>
auto seen(P const& p, S const& source) -> picture
{
    picture out(p.size(), source.channels());
    husk::workspace memory;
    husk::execute(p, source, out, memory);
    return out;
}

/// A map of a small image: turned, sheared, scaled, moved, and, if asked for, with a vanishing line outside.
auto some_map(husk::stream& g, extent in, extent out, bool affine) -> matrix3
{
    auto const f = [&](float low, float high) { return double{g.in(husk::interval{low, high})}; };
    auto const to_middle = husk::detail::around(1, 0, 0, 1, {out.width / 2., out.height / 2.}, {0, 0});
    auto const from_middle = husk::detail::around(1, 0, 0, 1, {0, 0}, {in.width / 2., in.height / 2.});
    double const slant = .4 / (out.width + out.height);
    matrix3 const m{f(-2, 2), f(-2, 2), f(-5, 5), f(-2, 2), f(-2, 2), f(-5, 5), 0, 0, 1};
    auto tilted = m;
    if (!affine) tilted[6] = f(-1, 1) * slant, tilted[7] = f(-1, 1) * slant;
    return husk::detail::after(from_middle, husk::detail::after(tilted, to_middle));
}

auto near_a_border(double v) -> bool { return std::abs(v - std::nearbyint(v)) < 1e-4; }

template <class T, template <class> class Layout>
void compare(int channels, projective const& k, double full)
{
    support::guarded<T, Layout> source(k.in, channels);
    source.fill();
    support::guarded<float, husk::planar> target(k.out, channels);
    husk::workspace memory;
    auto const p = plan_of(k, k.in);
    husk::execute(p, source.view(), target.view(), memory);
    REQUIRE(target.intact());
    support::guarded<float, husk::planar> other(k.out, channels);
    husk::execute<husk::simd::scalar>(p, source.view(), other.view(), memory);
    REQUIRE(support::same_pixels(target.view(), other.view()));
    double const range = full > 1 ? 1 : static_cast<double>(k.in.area()) * channels * .25;
    for (int y = 0; y < k.out.height; ++y)
        for (int x = 0; x < k.out.width; ++x) {
            auto const at = sampling::source_of(k.to_source, x, y);
            if (k.kind == filter::nearest && (near_a_border(at.x) || near_a_border(at.y))) continue;
            for (int c = 0; c < channels; ++c) {
                auto e = sampling::colour(source.view(), at, k, c, full);
                if (full > 1 && k.kind == filter::bicubic) e = std::clamp(e, 0., 1.);
                REQUIRE(std::abs(static_cast<double>(target.view()(x, y, c)) - e) < 1e-4 * range);
            }
        }
}

} // namespace

TEST_CASE("a projective map samples what its definition says, and the same bytes on every machine",
          "[kernel]")
{
    husk::stream g(husk::key{.seed = 3});
    auto const size = [&] { return extent{g.in(husk::interval{1, 65}), g.in(husk::interval{1, 65})}; };
    for (int i = 0; i < 108; ++i) {
        projective k{.in = size(), .out = size(), .fill = {.25f, .5f, 1.f}};
        k.to_source = some_map(g, k.in, k.out, i % 2 == 0);
        k.kind = static_cast<filter>(i / 2 % 3);
        k.outside = static_cast<border>(i / 6 % 3);
        int const channels = i / 18 % 3 == 0 ? 1 : i / 18 % 3 == 1 ? 3 : 4;
        INFO(k.describe() << " of " << to_string(k.in) << ", " << channels << " channels");
        compare<std::uint8_t, husk::packed>(channels, k, 255);
        compare<std::uint16_t, husk::planar>(channels, k, 65535);
        compare<float, husk::packed>(channels, k, 1);
    }
}

TEST_CASE("whole pixels are moved exactly", "[kernel]")
{
    auto const source = support::numbered({37, 41}, 4);
    husk::workspace memory;
    for (auto const f : {filter::nearest, filter::bilinear, filter::bicubic}) {
        projective const same{husk::unmapped, {37, 41}, {37, 41}, f};
        projective const moved{{1, 0, 3, 0, 1, 5, 0, 0, 1}, {37, 41}, {20, 20}, f};
        projective const turned{{0, 1, 0, -1, 0, 41, 0, 0, 1}, {37, 41}, {41, 37}, f};
        husk::image<std::uint8_t> a({37, 41}, 4), b({20, 20}, 4), c({41, 37}, 4);
        husk::execute(plan_of(same, {37, 41}), source, a, memory);
        husk::execute(plan_of(moved, {37, 41}), source, b, memory);
        husk::execute(plan_of(turned, {37, 41}), source, c, memory);
        CHECK(a == source);
        CHECK(support::same_pixels(b.view(), source.view().crop({{3, 5}, {20, 20}})));
        for (int y = 0; y < 37; ++y)
            for (int x = 0; x < 41; ++x)
                for (int ch = 0; ch < 4; ++ch) REQUIRE(c.view()(x, y, ch) == source.view()(y, 40 - x, ch));
    }
}

TEST_CASE("places are as precise at the far end of a wide image", "[kernel]")
{
    // Black and white columns: an error of a place is an error of a colour.
    extent const in{16384, 2};
    picture source(in, 1);
    for (int y = 0; y < 2; ++y)
        for (int x = 0; x < in.width; ++x) source.view()(x, y, 0) = static_cast<float>(x % 2);
    double const scale = 1.0001;
    projective const k{{scale, 0, .3, 0, 1, 0, 0, 0, 1}, in, {16382, 2}};
    auto const out = seen(plan_of(k, in), source);
    double worst = 0;
    for (int x = 0; x < 16382; ++x) {
        double const at = scale * (x + .5) + .3;
        if (at > 16383) continue;
        auto const e = sampling::colour(source.view(), {at, .5}, k, 0, 1);
        worst = std::max(worst, std::abs(static_cast<double>(out.view()(x, 0, 0)) - e));
    }
    CHECK(worst < 1e-5);
}

TEST_CASE("places that are no numbers, or too far away, are outside", "[kernel]")
{
    constexpr double inf = std::numeric_limits<double>::infinity(),
                     nan = std::numeric_limits<double>::quiet_NaN();
    auto const source = support::numbered({9, 7});
    for (auto const f : {filter::nearest, filter::bilinear, filter::bicubic})
        for (double const v : {nan, inf, -inf, 1e300, -1e300, 1e30, 1e9, -4e9}) {
            for (std::size_t i = 0; i < 9; ++i) {
                projective k{husk::unmapped, {9, 7}, {35, 3}, f, border::constant, {.5f, .5f, .5f}};
                k.to_source[i] = v;
                for (auto const b : {border::constant, border::edge, border::reflect}) {
                    k.outside = b;
                    auto const out = seen(plan_of(k, {9, 7}), source);
                    for (std::size_t j = 0; j < out.elements(); ++j)
                        REQUIRE((out.data()[j] >= 0 && out.data()[j] <= 1));
                }
            }
            matrix3 all;
            all.fill(v);
            auto const k = projective{all, {9, 7}, {35, 3}, f, border::constant, {.5f, .25f, 1.f}};
            if (v != v) CHECK(seen(plan_of(k, {9, 7}), source).view()(34, 2, 1) == .25f);
        }
}

TEST_CASE("NaN stays where the filter sees it", "[kernel]")
{
    picture source({9, 9}, 1);
    source.view()(4, 4, 0) = std::nanf("");
    auto const bad = [&](projective const& k) {
        auto const out = seen(plan_of(k, {9, 9}), source);
        return std::count_if(out.data(), out.data() + 81, [](float v) { return std::isnan(v); });
    };
    matrix3 const half{1, 0, .5, 0, 1, .5, 0, 0, 1}, whole{1, 0, 1, 0, 1, 1, 0, 0, 1};
    CHECK(bad({half, {9, 9}, {9, 9}, filter::bilinear}) == 4);
    CHECK(bad({whole, {9, 9}, {9, 9}, filter::bilinear}) == 1);
    CHECK(bad({half, {9, 9}, {9, 9}, filter::bicubic}) == 16);
    CHECK(bad({whole, {9, 9}, {9, 9}, filter::bicubic}) == 1);
}

TEST_CASE("what is outside is filled, and opaque", "[kernel]")
{
    husk::image<std::uint8_t> const source({5, 5}, 4);
    projective const k{
        {1, 0, 100, 0, 1, 0, 0, 0, 1}, {5, 5}, {3, 3}, filter::bilinear, border::constant, {.1f, .2f, .3f}};
    auto const out = seen(plan_of(k, {5, 5}), source);
    for (int c = 0; c < 4; ++c) CHECK(out.view()(1, 1, c) == std::array{.1f, .2f, .3f, 1.f}[std::size_t(c)]);
}

TEST_CASE("a crop before a projective map limits what it sees, without a walk", "[kernel]")
{
    auto const source = support::numbered({60, 50});
    husk::rect const box{{11, 7}, {31, 29}};
    projective const k{{.8, .6, -9, -.6, .8, 12, 0, 0, 1}, box.size, {40, 40}};
    auto const p = plan_of(husk::window{{60, 50}, box}, k, {60, 50});
    husk::image<std::uint8_t> inner(box.size);
    for (int y = 0; y < box.size.height; ++y)
        std::copy_n(source.view().at(11, 7 + y), 3 * 31, inner.view().row(y));
    CHECK(seen(p, source) == seen(plan_of(k, box.size), inner));
    CHECK(describe(p).find("then") == std::string::npos);
}

TEST_CASE("a flip before a projective map is part of it", "[kernel]")
{
    auto const source = support::numbered({60, 50});
    for (int way = 0; way < 4; ++way)
        for (auto const b : {border::constant, border::edge, border::reflect}) {
            husk::window const flip{{60, 50}, {{}, {60, 50}}, way % 2 == 1, way > 1};
            projective k{{.8, .6, -9, -.6, .8, 12, 0, 0, 1}, {60, 50}, {40, 70}, filter::bilinear, b};
            auto const p = plan_of(flip, k, {60, 50});
            husk::image<std::uint8_t> flipped({60, 50});
            husk::workspace memory;
            husk::execute(plan_of(flip, {60, 50}), source, flipped, memory);
            auto const fused = seen(p, source), apart = seen(plan_of(k, {60, 50}), flipped);
            for (std::size_t i = 0; i < fused.elements(); ++i)
                REQUIRE(std::abs(fused.data()[i] - apart.data()[i]) < 2e-5f);
            CHECK(describe(p).find("then") == std::string::npos);
        }
}

TEST_CASE("two projective maps are one resampling where filter and border agree", "[kernel]")
{
    auto const source = support::numbered({60, 60});
    double const c = std::sqrt(.5);
    auto const turn = [&](double s) { return husk::detail::around(c, -s, s, c, {30, 30}, {30, 30}); };
    projective const there{turn(c), {60, 60}, {60, 60}}, back{turn(-c), {60, 60}, {60, 60}};
    auto const both = plan_of(there, back, {60, 60});
    CHECK(describe(both).find("then") == std::string::npos);
    projective once = there;
    once.to_source = husk::detail::after(there.to_source, back.to_source);
    CHECK(seen(both, source) == seen(plan_of(once, {60, 60}), source));
    // The corners were out of sight in between.
    CHECK(std::abs(seen(both, source).view()(0, 0, 0) - static_cast<float>(source.view()(0, 0, 0)) / 255) <
          .01f);

    auto other = back;
    other.fill = {1, 1, 1};
    auto const apart = plan_of(there, other, {60, 60});
    CHECK(describe(apart).find("then") != std::string::npos);
    CHECK(seen(apart, source).view()(0, 0, 0) == 1);
}

TEST_CASE("masks take the nearest label, and 0 outside", "[kernel]")
{
    auto const mask = support::numbered<std::uint16_t>({30, 20}, 1);
    projective const k{
        {.8, .6, -4, -.6, .8, 9, 0, 0, 1}, {30, 20}, {33, 33}, filter::bicubic, border::constant, {1, 1, 1}};
    husk::image<std::uint16_t> out({33, 33}, 1);
    husk::workspace memory;
    husk::execute_mask(plan_of(k, {30, 20}), mask, out, memory);
    for (int y = 0; y < 33; ++y)
        for (int x = 0; x < 33; ++x) {
            auto const at = sampling::source_of(k.to_source, x, y);
            int const i = static_cast<int>(std::floor(at.x)), j = static_cast<int>(std::floor(at.y));
            bool const there = i >= 0 && j >= 0 && i < 30 && j < 20;
            REQUIRE(out.view()(x, y, 0) == (there ? mask.view()(i, j, 0) : 0));
        }
}

TEST_CASE("forward goes where to_source comes from", "[kernel]")
{
    husk::stream g(husk::key{.seed = 5});
    for (int i = 0; i < 50; ++i) {
        projective const k{some_map(g, {40, 30}, {50, 60}, i % 2 == 0), {40, 30}, {50, 60}};
        if (std::abs(husk::detail::determinant(k.to_source)) < .1) continue;
        int const x = g.in(husk::interval{0, 49}), y = g.in(husk::interval{0, 59});
        auto const at = sampling::source_of(k.to_source, x, y);
        auto const p = k.forward({static_cast<float>(at.x), static_cast<float>(at.y)}, {40, 30});
        CHECK(std::abs(double{p.x} - x - .5) < 2e-3);
        CHECK(std::abs(double{p.y} - y - .5) < 2e-3);
    }
}

TEST_CASE("a projective kernel says what it does, and what it cannot be drawn with", "[kernel]")
{
    projective const k{{2, 0, 0, 0, 2, 0, 0, 0, 1}, {9, 7}, {4, 3}};
    CHECK(k.describe() == "projective{2 0 0; 0 2 0; 0 0 1, to 4x3, bilinear}");
    CHECK(k.size({9, 7}) == extent{4, 3});
    auto const message = [](filter f, float fill) {
        return support::message_of([&] { husk::detail::require_sampling("t", f, {0, fill, 0}); });
    };
    CHECK(message(filter::nearest, 2).empty());
    CHECK(message(filter::area, 0) == "husk: t.resampling is area: must be nearest, bilinear or bicubic");
    CHECK(support::contains(message(filter::bicubic, std::nanf("")), "t.fill is"));
}
