// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <husk/kernel/unrolled.hpp>

#include <array>
#include <vector>

TEST_CASE("a loop is called with each number in turn, as a constant", "[kernel]")
{
    std::vector<std::size_t> sizes;
    husk::detail::unrolled<4>([&](auto i) {
        std::array<char, std::size_t{i} + 1> const as_many{};
        sizes.push_back(as_many.size());
    });
    CHECK(sizes == std::vector<std::size_t>{1, 2, 3, 4});
    husk::detail::unrolled<0>([](auto) { FAIL("there is none"); });
}
