// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <husk/kernel/kept_rows.hpp>

#include <vector>

TEST_CASE("neighbouring rows are made once, and again when others took their place", "[kernel]")
{
    std::vector<std::byte> room(4096);
    husk::arena memory(room);
    auto const rows = husk::kept_rows<int>::take<void>(memory, 3, 5);
    int made = 0;
    auto const get = [&](int j) {
        return rows.get(j, [&](int* to) {
            ++made;
            for (int i = 0; i < 5; ++i) to[i] = 10 * j + i;
        });
    };
    for (int const j : {0, 1, 2, 1, 0, 2}) CHECK(get(j)[4] == 10 * j + 4);
    CHECK(made == 3);
    CHECK((get(9)[0] == 90 && get(2)[0] == 20 && made == 4));
    CHECK((get(1)[0] == 10 && made == 5));
}
