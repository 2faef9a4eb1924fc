// SPDX-License-Identifier: MIT
#include "transform/colours.hpp"

#include <husk/transform/channel_shuffle.hpp>

#include <map>

TEST_CASE("channel_shuffle takes each channel from where it says", "[transform]")
{
    std::array<std::uint8_t, 3> order{0, 1, 2};
    do {
        colours::check(husk::channel_shuffle::kernel{order}, colours::coloured([&](colours::colour const& p) {
                           return colours::colour{p[order[0]], p[order[1]], p[order[2]]};
                       }),
                       1e-7);
    } while (std::next_permutation(order.begin(), order.end()));
    CHECK(husk::channel_shuffle::kernel{{2, 0, 1}}.describe() == "channel_shuffle{brg}");
}

TEST_CASE("all six orders are equally likely", "[transform]")
{
    std::map<std::string, int> seen;
    for (std::uint64_t i = 0; i < 3000; ++i) ++seen[colours::drawn(husk::channel_shuffle{}, i).describe()];
    CHECK(seen.size() == 6);
    for (auto const& [order, n] : seen) CHECK(std::abs(n - 500) < 5 * 21); // sqrt(3000 x 1/6 x 5/6)
}
