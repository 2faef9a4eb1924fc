// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "support.hpp"

#include <husk/pipeline/slots.hpp>

#include <array>
#include <span>

using husk::image, husk::planar, husk::packed;

static_assert(husk::slots<std::vector<planar<float>>>);
static_assert(husk::slots<std::vector<planar<float>> const>);
static_assert(husk::slots<std::span<packed<std::uint8_t> const>>);
static_assert(husk::slots<std::array<planar<float>, 2>>);
static_assert(husk::slots<planar<float>[3]>);
static_assert(husk::slots<std::vector<image<float, planar>>>);
static_assert(husk::slots<planar<float>> && husk::slots<image<float>>);
static_assert(!husk::slots<std::vector<planar<float const>>>);
static_assert(!husk::slots<std::vector<image<float>> const>);
static_assert(!husk::slots<image<float> const> && !husk::slots<std::vector<float>>);

TEST_CASE("slots are the views of a range, or one alone", "[pipeline]")
{
    std::vector<image<float, planar>> images(3, image<float, planar>({2, 2}));
    std::vector<planar<float>> const views{images[0], images[2]};
    auto const a = husk::detail::slots_of(images);
    auto const b = husk::detail::slots_of(views);
    auto const c = husk::detail::slots_of(images[1]);
    CHECK(a.size() == 3);
    CHECK(b.size() == 2);
    CHECK(c.size() == 1);
    CHECK(a[2].data == b[1].data);
    CHECK(a.part(1, 2)[0].data == c[0].data);
}

TEST_CASE("a slot has a name, and a slot of a slot", "[pipeline]")
{
    using husk::detail::slot_name;
    CHECK(std::string_view(slot_name("negatives", 12)) == "negatives[12]");
    CHECK(std::string_view(slot_name(slot_name("slots", 1), 0)) == "slots[1][0]");
}
