// SPDX-License-Identifier: MIT
#include "boxes.hpp"
#include "catch.hpp"

using boxes::boxed, boxes::downwards, boxes::oracle, boxes::scene;

TEST_CASE("boxes in narrow integers are boxes in wide ones, bit for bit", "[kernel]")
{
    for (float const radius : {0.f, .25f, .5f, .7f, 1.f, 1.33f, 4.5f, 6.9f, 62.5f, 63.f, 150.2f})
        for (auto const size :
             {husk::extent{1, 1}, husk::extent{2, 7}, husk::extent{33, 12}, husk::extent{65, 3}})
            for (int const channels : {1, 3, 4}) {
                auto const source = scene(size, channels);
                auto const expected = oracle(source, radius);
                CAPTURE(radius, to_string(size), channels);
                CHECK(boxed<husk::simd::best>(source, radius, downwards(size.height)) == expected);
                CHECK(boxed<husk::simd::scalar>(source, radius, downwards(size.height)) == expected);
            }
}

TEST_CASE("rows of boxes may be asked for in any order, and twice", "[kernel]")
{
    auto const source = scene({20, 15}, 3);
    auto order = downwards(15);
    auto const expected = boxed<husk::simd::best>(source, 1.4f, order);
    std::reverse(order.begin(), order.end());
    CHECK(boxed<husk::simd::best>(source, 1.4f, order) == expected);
    husk::stream(husk::key{.seed = 9}).permutation(std::span(order));
    order.insert(order.end(), {0, 14, 7, 0});
    CHECK(boxed<husk::simd::best>(source, 1.4f, order) == expected);
}
