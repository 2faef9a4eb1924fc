// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "support.hpp"

#include <husk/preset/view_number.hpp>

static_assert(husk::preset::detail::is_first(1) && !husk::preset::detail::is_first(2));

TEST_CASE("views are numbered 1 and 2", "[preset]")
{
    for (int const view : {0, 3, -1})
        CHECK(support::contains(support::message_of([&] { (void)husk::preset::detail::is_first(view); }),
                                "must be 1 or 2"));
}
