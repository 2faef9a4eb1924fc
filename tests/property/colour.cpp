// SPDX-License-Identifier: MIT
#include "property/computed.hpp"

TEST_CASE("every colour: lanes, elements and layouts change nothing", "[property]")
{
    support::every_colour(property::checks{});
}
