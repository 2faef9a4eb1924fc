// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "support.hpp"

#include <husk/husk.hpp>

// What a key gives is a promise: these digests hold on every machine, instruction set, compiler and
// optimisation level. A change here changes everybody's data, and needs a line in the changelog.

using husk::key;

namespace {

auto photo() -> husk::image<std::uint8_t> { return support::numbered({250, 187}); }

template <husk::transform T>
auto digest_of(T const& t, key const& k = {.seed = 2021, .epoch = 1, .index = 42, .view = 2})
{
    return support::digest(husk::apply(t, k, photo()).view());
}

} // namespace

TEST_CASE("the patch negative of a key never changes", "[golden]")
{
    using husk::patch_negative;
    CHECK(digest_of(patch_negative{}) == 0x140d079e71bd8d2du);
    CHECK(digest_of(patch_negative{.rule = husk::patch_rule::ge2021, .size = {224, 224}}) ==
          0x90b7c8c52cbeacefu);
    CHECK(digest_of(patch_negative{.flips = true, .rotations = true, .size = {224, 224}}) ==
          0x20cd583d865bc8e0u);
}

TEST_CASE("the grid shuffle of a key never changes", "[golden]")
{
    using husk::grid_shuffle;
    CHECK(digest_of(grid_shuffle{}) == 0xd471e9d8abd5e21bu);
    CHECK(digest_of(grid_shuffle{.pixels = 32, .rotate = true}) == 0x1ea4c60131b7912bu);
}

TEST_CASE("the pipeline of a key never changes", "[golden]")
{
    CHECK(digest_of(husk::patch_negative{} | husk::maybe(.5f, husk::grid_shuffle{}) |
                    husk::one_of(husk::grid_shuffle{.cells = 3}, husk::grid_shuffle{.cells = 4})) ==
          0x713d64abb14c5b16u);
}
