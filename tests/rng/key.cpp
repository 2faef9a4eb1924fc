// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <husk/rng/key.hpp>

static_assert(husk::key{.seed = 1, .index = 2} == husk::key{1, 0, 2, 0});
static_assert(husk::key{.view = 1} != husk::key{});

TEST_CASE("keys print", "[rng]")
{
    CHECK(to_string(husk::key{7, 1, 42, 2}) == "{seed 7, epoch 1, index 42, view 2}");
}
