// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <husk/kernel/picture_sizes.hpp>

#include <array>
#include <vector>

using husk::extent, husk::exemplar, husk::detail::picture_sizes;

TEST_CASE("sizes are taken as they are, or from exemplars, and kept where there is memory", "[kernel]")
{
    std::vector<extent> const plain{{5, 4}, {20, 9}};
    std::vector<exemplar> const windows{{{{1, 2}, {5, 4}}}, {{{7, 0}, {20, 9}}}};
    for (picture_sizes const& sizes : {picture_sizes(plain), picture_sizes(std::span(windows))}) {
        CHECK(sizes.size() == 2);
        CHECK(sizes[0] == extent{5, 4});
        CHECK(sizes.area() == 20 + 180);
        CHECK(sizes.widest() == 20);
        husk::arena counting;
        CHECK(sizes.kept(counting).empty());
        alignas(64) std::array<std::byte, 256> bytes;
        husk::arena memory(bytes);
        auto const kept = sizes.kept(memory);
        CHECK(std::vector<extent>(kept.begin(), kept.end()) == plain);
        CHECK(memory.used() == counting.used());
    }
}
