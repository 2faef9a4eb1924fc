// SPDX-License-Identifier: MIT
#include "transform/colours.hpp"

#include <husk/transform/posterize.hpp>

using support::contains;

TEST_CASE("posterize keeps the upper bits of bytes, exactly", "[transform]")
{
    husk::image<std::uint8_t> all({256, 1}, 1);
    for (int i = 0; i < 256; ++i) all.view()(i, 0, 0) = static_cast<std::uint8_t>(i);
    for (int bits = 1; bits <= 8; ++bits) {
        auto const out = husk::apply(husk::posterize{bits}, husk::key{}, all);
        for (int i = 0; i < 256; ++i) CHECK(out.view()(i, 0, 0) == (i & ~(255 >> bits)));
    }
}

TEST_CASE("posterize rounds other elements to 8 bits first", "[transform]")
{
    for (int const bits : {1, 3, 8})
        colours::check(husk::posterize::kernel{bits}, colours::each([bits](double c) {
                           auto const level = static_cast<int>(std::nearbyint(static_cast<float>(c) * 255.f));
                           return (level & ~(255 >> bits)) / 255.;
                       }));
    CHECK(colours::one(husk::posterize::kernel{1}, {colours::nan, 7, -7}) ==
          std::array{0.f, 128 / 255.f, 0.f});
}

TEST_CASE("posterize refuses impossible numbers of bits", "[transform]")
{
    CHECK(contains(colours::refusal(husk::posterize{0}), "posterize.bits is 0"));
    CHECK(contains(colours::refusal(husk::posterize{9}), "posterize.bits is 9"));
    CHECK(colours::drawn(husk::posterize{}).describe() == "posterize{4}");
}
