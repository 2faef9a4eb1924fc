// SPDX-License-Identifier: MIT
#include "property/computed.hpp"

TEST_CASE("every area: lanes, elements and layouts change nothing", "[property]")
{
    support::every_area(property::checks{});
}
