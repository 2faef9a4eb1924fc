// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "support.hpp"

#include <husk/kernel/stage.hpp>

static_assert(husk::mosaic_kernel<husk::unmoved> && !husk::composite_kernel<husk::unmoved>);
static_assert(!husk::kernel<int>);

TEST_CASE("unmoved copies, and notes where each pixel was", "[kernel]")
{
    auto const source = support::numbered({6, 5});
    husk::image<std::uint8_t> target({6, 5});
    auto from = husk::coordinate_map::identity({6, 5});
    husk::coordinate_map to({6, 5});
    husk::unmoved const k;
    std::vector<std::byte> memory(husk::room(k, {{6, 5}}) + 64);
    auto* const aligned =
        reinterpret_cast<std::byte*>((reinterpret_cast<std::uintptr_t>(memory.data()) + 63) / 64 * 64);
    husk::run_kernel<void>(k, husk::canvas<husk::packed<std::uint8_t const>>{source.view(), &from},
                           husk::canvas<husk::packed<std::uint8_t>>{target.view(), &to},
                           husk::arena({aligned, husk::room(k, {{6, 5}})}));
    CHECK(target == source);
    CHECK(to == from);
}
