// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "support.hpp"

#include <husk/image/check.hpp>

#include <limits>

using husk::packed, husk::planar;
using support::contains;

namespace {

template <class V>
auto complaint(V const& v) -> std::string
{
    return support::message_of([&] { husk::detail::check("source", v); });
}

std::vector<std::uint8_t> memory(10'000);

} // namespace

TEST_CASE("sound views pass", "[image]")
{
    auto* const p = memory.data();
    CHECK(complaint(packed<std::uint8_t>{p, {1, 1}, 1}).empty());
    CHECK(complaint(packed<std::uint8_t>{p, {5, 4}, 4, 21}).empty());
    CHECK(complaint(planar<std::uint8_t>{p, {5, 4}, 3, 5, 20}).empty());
    CHECK(complaint(planar<std::uint8_t>{p, {5, 4}, 3, 7, 26}).empty()); // the last row needs no gap
    CHECK(complaint(planar<std::uint8_t>{p, {5, 4}, 3, 15, 5}).empty()); // rows of planes take turns
    CHECK(complaint(planar<std::uint8_t>{p, {5, 4}, 1, 5, 0}).empty());  // one plane needs no step
}

TEST_CASE("each thing that can be wrong with a view has its own message", "[image]")
{
    auto* const p = memory.data();
    CHECK(contains(complaint(packed<std::uint8_t>{nullptr, {5, 4}}), "source.data is null"));
    CHECK(contains(complaint(planar<std::uint8_t>{nullptr, {5, 4}}), "source.data is null"));
    CHECK(contains(complaint(packed<std::uint8_t>{p, {0, 4}}), "source.size.width is 0"));
    CHECK(contains(complaint(packed<std::uint8_t>{p, {5, -4}}), "source.size.height is -4"));
    CHECK(contains(complaint(packed<std::uint8_t>{p, {5, 4}, 2}), "source.channels is 2"));
    CHECK(contains(complaint(packed<std::uint8_t>{p, {5, 4}, 3, 14}), "source.pitch is 14"));
    CHECK(contains(complaint(packed<std::uint8_t>{p, {5, 4}, 3, -15}), "source.pitch is -15"));
    CHECK(contains(complaint(planar<std::uint8_t>{p, {5, 4}, 3, 4, 20}), "source.pitch is 4"));
    CHECK(contains(complaint(planar<std::uint8_t>{p, {5, 4}, 3, 5, 19}), "source.plane is 19"));
    CHECK(contains(complaint(planar<std::uint8_t>{p, {5, 4}, 3, 14, 5}), "source.plane is 5"));
}

TEST_CASE("sizes whose product overflows are refused", "[image]")
{
    auto* const p = memory.data();
    constexpr int most = std::numeric_limits<int>::max();
    constexpr auto longest = std::numeric_limits<std::ptrdiff_t>::max();
    CHECK(contains(complaint(packed<std::uint8_t>{p, {most, most}, 4}), "overflows"));
    CHECK(contains(complaint(packed<std::uint8_t>{p, {5, 4}, 3, longest}), "source.pitch"));
    CHECK(contains(complaint(planar<std::uint8_t>{p, {5, 4}, 3, 5, longest}), "source.plane"));
    CHECK(contains(complaint(planar<float>{reinterpret_cast<float*>(p), {most, most}, 3, most, longest}),
                   "overflow"));
}

TEST_CASE("views that share memory are told from those that do not", "[image]")
{
    auto* const p = memory.data();
    packed<std::uint8_t> const whole{p, {20, 10}};
    using husk::detail::overlap;
    auto const crop = [&](int x, int y, int w, int h) { return whole.crop({{x, y}, {w, h}}); };
    CHECK(overlap(whole, whole));
    CHECK_FALSE(overlap(whole, packed<std::uint8_t>{p + 600, {20, 10}}));
    CHECK(overlap(whole, packed<std::uint8_t>{p + 599, {20, 10}}));
    CHECK_FALSE(overlap(crop(0, 0, 10, 10), crop(10, 0, 10, 10))); // side by side
    CHECK_FALSE(overlap(crop(10, 0, 10, 10), crop(0, 0, 10, 10)));
    CHECK_FALSE(overlap(crop(0, 0, 20, 5), crop(0, 5, 20, 5)));
    CHECK(overlap(crop(0, 0, 11, 10), crop(10, 0, 10, 10)));
    CHECK(overlap(crop(5, 5, 5, 5), crop(0, 0, 6, 6)));
    CHECK_FALSE(overlap(crop(5, 5, 5, 5), crop(0, 0, 5, 10)));
    CHECK(overlap(whole, packed<std::uint8_t const>{p, {1, 1}}));
    CHECK(overlap(whole, planar<std::uint8_t>{p + 100, {2, 2}})); // other layout: any common stretch counts

    planar<std::uint8_t> const planes{p, {20, 10}};
    CHECK_FALSE(overlap(planes.crop({{0, 0}, {10, 10}}), planes.crop({{10, 0}, {10, 10}})));
    CHECK(overlap(planes.crop({{0, 0}, {11, 10}}), planes.crop({{10, 9}, {10, 1}})));
}

TEST_CASE("the box by box comparison agrees with counting elements", "[image]")
{
    auto* const p = memory.data();
    constexpr int side = 5;
    packed<std::uint8_t> const whole{p, {side, side}, 1};
    auto const rects = [] {
        std::vector<husk::rect> all;
        for (int x = 0; x < side; ++x)
            for (int y = 0; y < side; ++y)
                for (int w = 1; w <= side - x; ++w)
                    for (int h = 1; h <= side - y; ++h) all.push_back({{x, y}, {w, h}});
        return all;
    }();
    for (auto const& a : rects)
        for (auto const& b : rects) {
            bool const apart =
                a.right() <= b.at.x || b.right() <= a.at.x || a.bottom() <= b.at.y || b.bottom() <= a.at.y;
            REQUIRE(husk::detail::overlap(whole.crop(a), whole.crop(b)) == !apart);
        }
}
