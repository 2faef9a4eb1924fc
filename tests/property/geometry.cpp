// SPDX-License-Identifier: MIT
#include "property/computed.hpp"

TEST_CASE("every geometry: lanes, elements and layouts change nothing", "[property]")
{
    support::every_geometry(property::checks{});
}
