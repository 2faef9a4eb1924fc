// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <husk/kernel/filter.hpp>
#include <husk/simd/arch.hpp>

#include <cmath>

using husk::filter;

namespace {

constexpr filter all[] = {filter::nearest, filter::bilinear, filter::bicubic,
                          filter::area,    filter::lanczos,  filter::catmull_rom};

auto reach(filter f) -> double { return husk::detail::reach<husk::simd::scalar>(f); }

auto share(filter f, double x, bool antialias = true) -> double
{
    return husk::detail::share<husk::simd::scalar>(f, x, antialias);
}

auto sinc(long double x) -> long double
{
    constexpr long double pi = 3.14159265358979323846264338327950288L;
    return x == 0 ? 1 : std::sin(pi * x) / (pi * x);
}

} // namespace

TEST_CASE("filters have names", "[kernel]")
{
    CHECK(to_string(filter::nearest) == "nearest");
    CHECK(to_string(filter::bilinear) == "bilinear");
    CHECK(to_string(filter::bicubic) == "bicubic");
    CHECK(to_string(filter::area) == "area");
    CHECK(to_string(filter::lanczos) == "lanczos");
    CHECK(to_string(filter::catmull_rom) == "catmull_rom");
}

TEST_CASE("a filter gives its centre everything, and nothing where its reach ends", "[kernel]")
{
    for (filter const f : all) {
        CHECK(share(f, 0) == 1);
        CHECK(share(f, reach(f) + 1e-9) == 0);
        CHECK(share(f, -reach(f)) == 0);
        CHECK(share(f, 1e9) == 0);
    }
    CHECK(reach(filter::nearest) == .5);
    CHECK(reach(filter::area) == .5);
}

TEST_CASE("curves run through the pixels: nothing at whole distances", "[kernel]")
{
    for (filter const f : {filter::bilinear, filter::bicubic, filter::lanczos, filter::catmull_rom})
        for (bool const antialias : {false, true})
            for (int const x : {-3, -2, -1, 1, 2, 3}) CHECK(std::fabs(share(f, x, antialias)) < 1e-15);
}

TEST_CASE("a box is open to the left", "[kernel]")
{
    for (filter const f : {filter::nearest, filter::area}) {
        CHECK(share(f, -.5) == 0);
        CHECK(share(f, -.499) == 1);
        CHECK(share(f, .5) == 1);
        CHECK(share(f, .501) == 0);
    }
}

TEST_CASE("the cubic is Pillow's with antialias, OpenCV's without", "[kernel]")
{
    for (double const sign : {-1., 1.}) {
        CHECK(share(filter::bicubic, sign * .5, true) == .5625);
        CHECK(share(filter::bicubic, sign * 1.5, true) == -.0625);
        CHECK(share(filter::bicubic, sign * .5, false) == .59375);
        CHECK(share(filter::bicubic, sign * 1.5, false) == -.09375);
        for (bool const antialias : {false, true}) {
            CHECK(share(filter::catmull_rom, sign * .5, antialias) == .5625);
            CHECK(share(filter::catmull_rom, sign * 1.5, antialias) == -.0625);
        }
    }
}

TEST_CASE("Lanczos is a product of two sines", "[kernel]")
{
    for (int i = -2999; i < 3000; ++i) {
        double const x = i / 1000.;
        auto const wanted = static_cast<double>(sinc(x) * sinc(x / 3.L));
        CHECK(std::fabs(share(filter::lanczos, x) - wanted) < 1e-15);
    }
    for (double x = 1; x > 1e-300; x /= 7) {
        auto const wanted = static_cast<double>(sinc(x) * sinc(x / 3.L));
        CHECK(std::fabs(share(filter::lanczos, x) - wanted) < 1e-15);
    }
}
