// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "support.hpp"

#include <husk/husk.hpp>
#include <husk/kernel/resample.hpp>

// What resampling computes is tested beside resampled.hpp; here, what else the kernel promises.

using husk::filter, husk::resample;

TEST_CASE("resampling says where a place of the source went", "[kernel]")
{
    resample const r{{{10, 20}, {40, 30}}, {10.5, 20}, {20, 30}, {40, 15}};
    auto const p = r.forward({10.5f, 20}, {100, 100});
    CHECK((p.x == 0 && p.y == 0));
    auto const q = r.forward({20.5f, 50}, {100, 100});
    CHECK((q.x == 20 && q.y == 15));
}

TEST_CASE("labels are taken from the nearest pixel, never blended", "[kernel]")
{
    auto const mask = support::numbered({31, 22}, 1);
    resample const smooth{{{}, {31, 22}}, {0, 31}, {0, 22}, {13, 40}, filter::lanczos};
    auto nearest = smooth;
    nearest.kind = filter::nearest;
    nearest.antialias = false;
    husk::workspace memory;
    husk::image<std::uint8_t> labels(smooth.out, 1), expected(smooth.out, 1);
    husk::execute_mask(husk::plan<resample>{{smooth}, mask.size()}, mask, labels, memory);
    husk::execute(husk::plan<resample>{{nearest}, mask.size()}, mask, expected, memory);
    CHECK(labels == expected);
}

TEST_CASE("resampling to the same pixels keeps them", "[kernel]")
{
    auto const source = support::numbered({17, 12});
    husk::workspace memory;
    for (int f = 0; f < 5; ++f) {
        resample const same{{{}, {17, 12}}, {0, 17}, {0, 12}, {17, 12}, static_cast<filter>(f)};
        husk::image<std::uint8_t> target({17, 12});
        husk::execute(husk::plan<resample>{{same}, source.size()}, source, target, memory);
        CHECK(target == source);
    }
}

TEST_CASE("resampling describes itself", "[kernel]")
{
    resample r{{{}, {8, 8}}, {1.5, 4}, {0, 8}, {2, 2}, filter::bicubic};
    CHECK(r.describe() == "resample{4x8 at (1.5, 0) to 2x2, bicubic}");
    r.antialias = false;
    CHECK(r.describe() == "resample{4x8 at (1.5, 0) to 2x2, bicubic, not antialiased}");
}
