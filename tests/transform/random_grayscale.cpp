// SPDX-License-Identifier: MIT
#include "transform/colours.hpp"

#include <husk/transform/random_grayscale.hpp>

TEST_CASE("random_grayscale happens as often as it says", "[transform]")
{
    int happened = 0;
    for (std::uint64_t i = 0; i < 3000; ++i)
        happened += colours::drawn(husk::random_grayscale{}, i).chosen.has_value();
    CHECK(std::abs(happened - 600) < 5 * 22); // deviation sqrt(3000 x .2 x .8)
    CHECK_FALSE(colours::drawn(husk::random_grayscale{0}).chosen);
    CHECK(colours::drawn(husk::random_grayscale{1}).describe() == "grayscale{}");
}

TEST_CASE("random_grayscale is grayscale when it happens, else a copy", "[transform]")
{
    auto const source = support::numbered({33, 5});
    CHECK(husk::apply(husk::random_grayscale{0}, husk::key{}, source) == source);
    CHECK(husk::apply(husk::random_grayscale{1}, husk::key{}, source) ==
          husk::apply(husk::grayscale{}, husk::key{}, source));
}

TEST_CASE("random_grayscale refuses what is no probability", "[transform]")
{
    CHECK(support::contains(colours::refusal(husk::random_grayscale{1.5f}),
                            "random_grayscale.probability is 1.5"));
    CHECK(support::contains(colours::refusal(husk::random_grayscale{colours::nan}), "probability is nan"));
}
