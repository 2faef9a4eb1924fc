// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "support.hpp"

#include <husk/image/image.hpp>

TEST_CASE("an image owns zeroed pixels on a cache line", "[image]")
{
    husk::image<float, husk::planar> const i({7, 5}, 4);
    CHECK(i.size() == husk::extent{7, 5});
    CHECK(i.elements() == 140);
    CHECK(reinterpret_cast<std::uintptr_t>(i.data()) % 64 == 0);
    CHECK(std::all_of(i.data(), i.data() + i.elements(), [](float v) { return v == 0; }));
    CHECK(&i.view()(6, 4, 3) == i.data() + 139);
}

TEST_CASE("copies are deep, moves are not", "[image]")
{
    auto a = support::numbered({9, 4});
    auto b = a;
    CHECK(a == b);
    CHECK(a.data() != b.data());
    b.view()(3, 2, 1) ^= 1;
    CHECK_FALSE(a == b);
    auto const* const pixels = b.data();
    auto c = std::move(b);
    CHECK(c.data() == pixels);
    CHECK(b.data() == nullptr);
    CHECK(b.elements() == 0);
    c = a;
    CHECK(c == a);
    auto const empty = husk::image<std::uint8_t>();
    auto const other = empty;
    CHECK(other == empty);
}

TEST_CASE("impossible images are refused", "[image]")
{
    using husk::image;
    using support::contains, support::message_of;
    CHECK(contains(message_of([] { image<float>({0, 5}); }), "image.size.width is 0"));
    CHECK(contains(message_of([] { image<float>({5, -1}); }), "image.size.height is -1"));
    CHECK(contains(message_of([] { image<float>({5, 5}, 5); }), "image.channels is 5"));
    CHECK(contains(message_of([] { image<float>({2'147'483'647, 2'147'483'647}, 4); }), "overflows"));
}
