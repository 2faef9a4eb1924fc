// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "support.hpp"

#include <husk/husk.hpp>

using husk::denormalize, husk::image, husk::normalize;

TEST_CASE("denormalize gives every picture back, in each element, and leaves alpha", "[transform]")
{
    husk::workspace memory;
    for (int const channels : {1, 3, 4}) {
        auto const source = support::numbered({37, 41}, channels); // every level of every channel
        image<float, husk::planar> given(source.size(), channels);
        image<std::uint8_t> back(source.size(), channels);
        husk::apply(normalize{}, {}, source, given, memory);
        husk::apply(denormalize{}, {}, given, back, memory);
        CHECK(back == source);

        auto const deep = support::numbered<std::uint16_t>({37, 41}, channels);
        image<std::uint16_t> deep_back(deep.size(), channels);
        husk::apply(normalize{}, {}, deep, given, memory);
        husk::apply(denormalize{}, {}, given, deep_back, memory);
        CHECK(deep_back == deep);
    }
}

TEST_CASE("denormalized is value * deviation + mean, with and without wide registers", "[transform]")
{
    denormalize const t{.mean = {.5f, .25f, 0}, .deviation = {.5f, 2, 3}};
    image<float> source({19, 3}), wide({19, 3}), single({19, 3});
    for (std::size_t i = 0; i < source.elements(); ++i) source.data()[i] = static_cast<float>(i) * .37f - 9;
    source.data()[7] = std::nanf("");
    husk::workspace memory;
    auto const p = husk::draw(t, {}, source.size());
    husk::execute(p, source, wide, memory);
    husk::execute<husk::simd::scalar>(p, source, single, memory);
    CHECK(support::same_pixels(wide.view(), single.view()));
    for (std::size_t i = 0; i < source.elements(); ++i)
        if (i != 7) {
            auto const expected =
                double{source.data()[i]} * double{t.deviation[i % 3]} + double{t.mean[i % 3]};
            CHECK(std::abs(double{wide.data()[i]} - expected) <= 1e-6 * (1 + std::abs(expected)));
        }
    CHECK(std::isnan(wide.data()[7]));
}

TEST_CASE("denormalize says its numbers, and refuses what normalize does", "[transform]")
{
    CHECK(husk::draw(denormalize{}, {}, {1, 1}).describe() ==
          "denormalize{" + husk::draw(normalize{}, {}, {1, 1}).describe().substr(10));
    CHECK(support::contains(support::message_of([] {
                                (void)husk::draw(denormalize{.deviation = {1, 0, 1}}, {}, {1, 1});
                            }),
                            "normalize.deviation is 0: must be positive"));
}
