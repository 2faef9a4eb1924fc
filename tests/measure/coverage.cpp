// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "measure/pictures.hpp"

#include <husk/measure/coverage.hpp>

using namespace husk;
using Catch::Matchers::WithinAbs;
using pictures::complains_about;

TEST_CASE("a copy uses every pixel once", "[measure]")
{
    auto const c = coverage_of(coordinate_map::identity({7, 5}), rect{{}, {7, 5}});
    CHECK_THAT(c.used, WithinAbs(1, 0));
    CHECK_THAT(c.effective, WithinAbs(1, 1e-12));
    CHECK_THAT(c.mean_reuse, WithinAbs(1, 0));
    CHECK(c.largest_reuse == 1);
}

TEST_CASE("one pixel all over uses only that", "[measure]")
{
    auto const c = coverage_of(coordinate_map({6, 4}), rect{{}, {10, 5}});
    CHECK_THAT(c.used, WithinAbs(.02, 1e-12));
    CHECK_THAT(c.effective, WithinAbs(.02, 1e-12));
    CHECK_THAT(c.mean_reuse, WithinAbs(24, 0));
    CHECK(c.largest_reuse == 24);
}

TEST_CASE("uneven use counts for less than even use", "[measure]")
{
    coordinate_map map({4, 1}); // one pixel three times, another once: H = 2 - 3/4 log2 3 bits
    map(3, 0) = {0, 1, 0};
    auto const c = coverage_of(map, rect{{}, {2, 2}});
    CHECK_THAT(c.used, WithinAbs(.5, 1e-12));
    CHECK_THAT(c.effective, WithinAbs(std::exp2(2 - .75 * std::log2(3.)) / 4, 1e-12));
    CHECK_THAT(c.mean_reuse, WithinAbs(2, 0));
    CHECK(c.largest_reuse == 3);
}

TEST_CASE("windows that overlap have each pixels of their own", "[measure]")
{
    std::vector<rect> const windows{{{2, 2}, {3, 3}}, {{3, 3}, {3, 3}}};
    coordinate_map map({2, 2});
    map(0, 0) = map(1, 0) = {0, 4, 4}; // the same place of the source, by way of both windows
    map(0, 1) = {1, 4, 4};
    map(1, 1) = {1, 5, 5};
    auto const c = coverage_of(map, windows);
    CHECK_THAT(c.used, WithinAbs(3. / 18, 1e-12));
    CHECK(c.largest_reuse == 2);
    map(1, 1) = {0, 5, 5};
    CHECK(complains_about("origin is (5, 5)", [&] { coverage_of(map, windows); }));
    map(1, 1) = {1, 2, 2};
    CHECK(complains_about("origin is (2, 2)", [&] { coverage_of(map, windows); }));
    map(1, 1) = {2, 4, 4};
    CHECK(complains_about("origin.exemplar is 2", [&] { coverage_of(map, windows); }));
    map(1, 1) = {-1, 4, 4};
    CHECK(complains_about("origin.exemplar is -1", [&] { coverage_of(map, windows); }));
}

TEST_CASE("coverage rejects what it cannot count", "[measure]")
{
    coordinate_map const map({2, 2});
    CHECK(complains_about("map.size", [] { coverage_of({}, rect{{}, {1, 1}}); }));
    CHECK(complains_about("exemplars is empty", [&] { coverage_of(map, std::span<rect const>{}); }));
    CHECK(complains_about("exemplar.size is 0x1", [&] { coverage_of(map, rect{{}, {0, 1}}); }));
}
