// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "support.hpp"

#include <husk/core/error.hpp>

#include <cmath>

using support::message_of;

TEST_CASE("an error names the argument, its value and the rule", "[core]")
{
    CHECK(message_of([] { husk::detail::reject("side.low", 3, "must be at least 4"); }) ==
          "husk: side.low is 3: must be at least 4");
    CHECK(message_of([] { husk::detail::require(false, "p", 1.5f, "too much"); }) ==
          "husk: p is 1.5: too much");
    CHECK(message_of([] { husk::detail::require(true, "p", 1.5f, "too much"); }).empty());
}

TEST_CASE("values read as one writes them", "[core]")
{
    CHECK(husk::detail::text(true) == "true");
    CHECK(husk::detail::text(-7) == "-7");
    CHECK(husk::detail::text(18446744073709551615u) == "18446744073709551615");
    CHECK(husk::detail::text(.1f) == "0.100000001");
    CHECK(husk::detail::text(std::nanf("")).find("nan") != std::string::npos);
    CHECK(husk::detail::text("null") == "null");
    CHECK(husk::detail::text(husk::extent{500, 375}) == "500x375");
}

TEST_CASE("an error is a runtime_error", "[core]")
{
    CHECK_THROWS_AS(husk::detail::reject("a", 1, "b"), std::runtime_error);
}
