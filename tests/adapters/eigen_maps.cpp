// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "support.hpp"

#include <husk/adapters/eigen_maps.hpp>

using support::contains;

TEMPLATE_TEST_CASE("a plane is the channel of a view, in either layout", "[adapters]", std::uint8_t,
                   std::uint16_t, float)
{
    auto const channels = GENERATE(1, 3, 4);
    support::guarded<TestType, husk::planar> planes({7, 5}, channels);
    support::guarded<TestType, husk::packed> pixels({7, 5}, channels);
    auto const check = [&](auto& memory) {
        auto const v = memory.fill().view();
        for (int c = 0; c < channels; ++c) {
            auto map = husk::plane(v, c);
            REQUIRE((map.rows() == 5 && map.cols() == 7));
            for (int y = 0; y < 5; ++y)
                for (int x = 0; x < 7; ++x) CHECK(&map(y, x) == &v(x, y, c));
            map.setConstant(TestType{9});
        }
        for (int y = 0; y < 5; ++y)
            for (int x = 0; x < 7; ++x)
                for (int c = 0; c < channels; ++c) CHECK(v(x, y, c) == TestType{9});
        CHECK(memory.intact()); // gaps between rows are not written
    };
    check(planes);
    check(pixels);
}

TEST_CASE("planes of an image are read and written in its place", "[adapters]")
{
    husk::image<float, husk::planar> image({8, 6});
    auto maps = husk::planes(image);
    REQUIRE(maps.size() == 3);
    maps[1] = maps[0] + 2;
    CHECK(image.view()(7, 5, 1) == 2);
    auto const& read = image;
    CHECK(husk::planes(read)[1].sum() == 96);
    static_assert(std::same_as<decltype(husk::plane(read, 0).data()), float const*>);
    CHECK(husk::planes(support::numbered({4, 3}, 1).view()).size() == 1);
}

TEST_CASE("a channel that is not there is refused", "[adapters]")
{
    husk::image<std::uint8_t> image({8, 6});
    CHECK(contains(support::message_of([&] { husk::plane(image, 3); }), "channel is 3: must lie in [0, 3)"));
    CHECK(contains(support::message_of([&] { husk::plane(image, -1); }), "channel is -1"));
    CHECK(contains(support::message_of([] { husk::plane(husk::planar<float>{}, 0); }), "view.data is null"));
}
