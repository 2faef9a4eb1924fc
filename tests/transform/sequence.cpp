// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "support.hpp"

#include <husk/pipeline/execute.hpp>
#include <husk/transform/brightness.hpp>
#include <husk/transform/contrast.hpp>
#include <husk/transform/flip.hpp>
#include <husk/transform/sequence.hpp>

using steps = husk::picked<husk::brightness::kernel, husk::contrast::kernel, husk::window>;
using sequence = husk::sequence<steps>;
static_assert(husk::composite_kernel<sequence>);
static_assert(sequence::ends_walks == 1 && !sequence::needs_image && !sequence::always_moves);

TEST_CASE("a sequence says what it does, in order", "[transform]")
{
    sequence s;
    CHECK(s.describe() == "nothing");
    CHECK(s.moves());
    s.steps.kernels = {husk::brightness::kernel{2}, {}, husk::window{{4, 4}, {{1, 1}, {2, 3}}}};
    s.steps.order = {2, 0, 1};
    s.steps.length = 2;
    CHECK(s.describe() == "window{2x3 at (1, 1)} | brightness{2}");
    CHECK(s.size({4, 4}) == husk::extent{2, 3});
    CHECK_FALSE(s.moves());
    s.steps.length = 1;
    CHECK(s.moves());
}
