// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <husk/core/version.hpp>

#include <string>

TEST_CASE("version: the build reads it from the header")
{
    auto const header = std::to_string(HUSK_VERSION_MAJOR) + "." + std::to_string(HUSK_VERSION_MINOR) + "." +
                        std::to_string(HUSK_VERSION_PATCH);
    CHECK(header == HUSK_PROJECT_VERSION);
}
