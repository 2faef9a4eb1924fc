// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "support.hpp"

#include <husk/kernel/shuffled_bytes.hpp>

#include <algorithm>
#include <numeric>
#include <vector>

TEMPLATE_TEST_CASE("channels of bytes change places, alpha does not", "[kernel]", husk::simd::best,
                   husk::simd::scalar)
{
    std::array<std::uint8_t, 3> order{0, 1, 2};
    do {
        husk::detail::shuffled_bytes<TestType> const shuffle(order);
        for (int const channels : {1, 3, 4})
            for (int width = 1; width <= 40; ++width)
                for (bool const in_place : {false, true}) {
                    auto const bytes = static_cast<std::size_t>(width * channels);
                    std::vector<std::uint8_t> from(bytes), to(bytes); // which end where the pixels do
                    std::iota(from.begin(), from.end(), std::uint8_t{1});
                    auto const original = from;
                    if (in_place) to = from;
                    shuffle(in_place ? to.data() : from.data(), to.data(), width, channels, 0);
                    for (std::size_t i = 0; i < bytes; ++i) {
                        auto const n = static_cast<std::size_t>(channels), c = i % n;
                        REQUIRE(to[i] == original[i - c + (n > 1 && c < 3 ? order[c] : c)]);
                    }
                }
    } while (std::next_permutation(order.begin(), order.end()));
}

TEST_CASE("channels of a whole image change places as row by row", "[kernel]")
{
    husk::detail::shuffled_bytes<husk::simd::best> const shuffle({2, 0, 1});
    for (int width = 1; width <= 40; ++width)
        for (int const gap : {0, 5}) {
            support::guarded<std::uint8_t> from({width, 3}, 3, gap), whole({width, 3}, 3, gap),
                rows({width, 3});
            from.fill();
            shuffle.all(husk::packed<std::uint8_t const>(from.view()), whole.view());
            for (int y = 0; y < 3; ++y) shuffle(from.view().row(y), rows.view().row(y), width, 3, y);
            CHECK(support::same_pixels(whole.view(), rows.view()));
            CHECK(whole.intact());
        }
}
