// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <husk/negative/grid_shuffle.hpp>
#include <husk/transform/maybe.hpp>

static_assert(husk::transform<husk::grid_shuffle>);
static_assert(!husk::transform<int> && !husk::transform<husk::unmoved>);
static_assert(std::same_as<husk::kernel_of<husk::grid_shuffle>, husk::grid_shuffle::kernel>);

namespace {

/// What a user may write: a transform is any type with draw().
struct keep {
    auto draw(husk::stream&, husk::extent) const -> husk::unmoved { return {}; }
};
static_assert(husk::transform<keep>);

} // namespace

TEST_CASE("a transform of the user's own composes like ours", "[transform]")
{
    husk::stream g(husk::key{});
    CHECK(husk::maybe(1, keep{}).draw(g, {3, 3}).describe() == "unmoved");
}
