// SPDX-License-Identifier: MIT
#include "allocations.hpp"
#include "catch.hpp"
#include "support.hpp"

#include <husk/adapters/views.hpp>

#include <limits>

using husk::strided;
using support::contains;

namespace {

using numbers = std::vector<std::int64_t>;

constexpr husk::number_type u8{husk::number_kind::unsigned_integer, 8};
constexpr husk::number_type f32{husk::number_kind::real, 32};

std::vector<float> memory(10'000);

auto floats(numbers const& shape, numbers const& strides, strided::options o = {})
{
    o.name = "batch";
    return strided(memory.data(), f32, shape, strides, o);
}

auto packed_complaint(numbers const& shape, numbers const& strides, strided::options const& o = {})
{
    return support::message_of([&] { husk::packed_view<float>(floats(shape, strides, o)); });
}
auto planar_complaint(numbers const& shape, numbers const& strides, strided::options const& o = {})
{
    return support::message_of([&] { husk::planar_view<float>(floats(shape, strides, o)); });
}

} // namespace

TEST_CASE("an array without gaps is the view that its axes say", "[adapters]")
{
    auto const p = husk::packed_view<float>(floats({5, 7, 3}, {}));
    CHECK((p.data == memory.data() && p.size == husk::extent{7, 5} && p.channels == 3 && p.pitch == 21));
    auto const c = husk::planar_view<float const>(floats({3, 5, 7}, {}));
    CHECK((c.size == husk::extent{7, 5} && c.channels == 3 && c.pitch == 7 && c.plane == 35));
    auto const grey = husk::packed_view<float>(floats({5, 7}, {}));
    CHECK((grey.channels == 1 && grey.pitch == 7));
    auto const plane = husk::planar_view<float>(floats({5, 7}, {9, 1}));
    CHECK((plane.channels == 1 && plane.pitch == 9 && plane.plane == 45));
}

TEST_CASE("axes may be in any order, as long as memory is as the view wants it", "[adapters]")
{
    auto const p = husk::packed_view<float>(floats({3, 5, 7}, {1, 30, 3}, {.axes = "CHW"})); // channels_last
    CHECK((p.size == husk::extent{7, 5} && p.channels == 3 && p.pitch == 30));
    auto const c = husk::planar_view<float>(floats({5, 7, 3}, {7, 1, 35}, {.axes = "HWC"}));
    CHECK((c.size == husk::extent{7, 5} && c.pitch == 7 && c.plane == 35));
    auto const turns = husk::planar_view<float>(floats({3, 5, 7}, {7, 21, 1})); // rows of planes take turns
    CHECK((turns.pitch == 21 && turns.plane == 7));
}

TEST_CASE("the stride of a dimension with one place says nothing", "[adapters]")
{
    auto const odd = GENERATE(std::int64_t{0}, std::int64_t{-5}, std::numeric_limits<std::int64_t>::max());
    CHECK(husk::packed_view<float>(floats({1, 7, 3}, {odd, 3, 1})).pitch == 21);
    CHECK(husk::packed_view<float>(floats({5, 1, 3}, {4, odd, 1})).pitch == 4);
    CHECK(husk::packed_view<float>(floats({5, 7, 1}, {7, 1, odd})).pitch == 7);
    CHECK(husk::planar_view<float>(floats({1, 5, 7}, {odd, 7, 1})).plane == 35);
    CHECK(husk::planar_view<float>(floats({3, 1, 7}, {8, odd, 1})).plane == 8);
    CHECK(husk::planar_view<float>(floats({3, 5, 1}, {1, 3, odd})).pitch == 3);
    CHECK(husk::planar_slots<float>(floats({1, 3, 5, 7}, {odd, 35, 7, 1})).size() == 1);
}

TEST_CASE("what a view cannot express is refused, with the array's shape", "[adapters]")
{
    CHECK(packed_complaint({5, 7, 3}, {21, 6, 2}) ==
          "husk: batch is f32 of shape [5, 7, 3] (HWC) and strides [21, 6, 2]: "
          "in a packed view channels must be next to each other");
    CHECK(contains(packed_complaint({5, 7, 3}, {28, 4, 1}), "pixels must follow each other"));
    CHECK(contains(packed_complaint({5, 7, 3}, {21, -3, 1}), "pixels must follow each other"));
    CHECK(contains(packed_complaint({5, 7, 3}, {21, 0, 1}), "pixels must follow each other"));
    CHECK(contains(packed_complaint({5, 7, 3}, {-21, 3, 1}), "batch.pitch is -21"));
    CHECK(contains(packed_complaint({5, 7, 3}, {20, 3, 1}), "batch.pitch is 20"));
    CHECK(contains(packed_complaint({5, 7, 3}, {0, 3, 1}), "strides [0, 3, 1])"));
    CHECK(contains(packed_complaint({5, 7, 2}, {}), "batch.channels is 2"));
    CHECK(contains(planar_complaint({3, 5, 7}, {35, 7, 2}), "pixels must be next to each other"));
    CHECK(contains(planar_complaint({3, 5, 7}, {35, 7, -1}), "pixels must be next to each other"));
    CHECK(contains(planar_complaint({3, 5, 7}, {35, 6, 1}), "batch.pitch is 6"));
    CHECK(contains(planar_complaint({3, 5, 7}, {0, 7, 1}), "batch.plane is 0"));
    CHECK(contains(planar_complaint({3, 5, 7}, {34, 7, 1}), "shape [3, 5, 7] (CHW)"));
}

TEST_CASE("shapes that no image has, and no memory holds, are refused", "[adapters]")
{
    constexpr auto most = std::numeric_limits<std::int64_t>::max();
    CHECK(contains(packed_complaint({0, 7, 3}, {}), "H must lie in [1, 2^31)"));
    CHECK(contains(packed_complaint({5, -7, 3}, {}), "W must lie in"));
    CHECK(contains(packed_complaint({5, std::int64_t{1} << 32, 3}, {}), "W must lie in"));
    CHECK(contains(packed_complaint({2147483647, 2147483647, 4}, {}), "overflows"));
    CHECK(contains(packed_complaint({5, 7, 3}, {most, 3, 1}), "batch.pitch is"));
    CHECK(contains(planar_complaint({3, 5, 7}, {most, 7, 1}), "batch.plane is"));
    CHECK(contains(packed_complaint({35}, {}), "must have 2 to 4 dimensions"));
    CHECK(contains(packed_complaint({1, 1, 5, 7, 3}, {}), "of shape [1, 1, 5, 7, 3]"));
    CHECK(contains(packed_complaint({5, 7, 3}, {3, 1}), "a stride for each dimension, not [3, 1]"));
}

TEST_CASE("axes that make no sense are refused", "[adapters]")
{
    CHECK(contains(packed_complaint({5, 7, 3}, {}, {.axes = "HW"}), "name each dimension"));
    CHECK(contains(packed_complaint({5, 7, 3}, {}, {.axes = "HWX"}), "must be N, C, H or W"));
    CHECK(contains(packed_complaint({5, 7, 3}, {}, {.axes = "HWW"}), "none of them twice"));
    CHECK(contains(packed_complaint({5, 7, 3}, {}, {.axes = "NCW"}), "must be H and W"));
    CHECK(contains(packed_complaint({5, 7, 3}, {}, {.axes = "NHW"}), "holds many images"));
    CHECK(contains(packed_complaint({2, 5, 7, 3}, {}), "say its axes"));
}

TEST_CASE("elements must be the view's, and writable if it writes", "[adapters]")
{
    strided const bytes(memory.data(), u8, numbers{5, 7}, {}, {});
    CHECK(contains(support::message_of([&] { husk::packed_view<float>(bytes); }),
                   "array is u8 of shape [5, 7] (HW) and strides [7, 1]: a view of f32 must have"));
    CHECK(husk::packed_view<std::uint8_t>(bytes).pitch == 7);
    CHECK(contains(planar_complaint({5, 7}, {}, {.read_only = true}), "must not be written"));
    CHECK(husk::planar_view<float const>(floats({5, 7}, {}, {.read_only = true})).data == memory.data());

    strided const null(nullptr, u8, numbers{5, 7}, {}, {});
    CHECK(contains(support::message_of([&] { husk::packed_view<std::uint8_t>(null); }), "must not be null"));
    auto const* const odd = reinterpret_cast<char const*>(memory.data()) + 1;
    strided const crooked(odd, f32, numbers{5, 7}, {}, {});
    CHECK(contains(support::message_of([&] { husk::packed_view<float>(crooked); }), "must be aligned"));
}

TEST_CASE("a view that passes costs no memory", "[adapters]")
{
    numbers const shape{5, 7, 3}, strides{24, 3, 1};
    auto const before = support::allocations();
    auto const v = husk::packed_view<float>(strided(memory.data(), f32, shape, strides, {.name = "batch"}));
    auto const after = support::allocations();
    CHECK(after == before);
    CHECK(v.pitch == 24);
}

TEST_CASE("slots are the images of a batch, in order", "[adapters]")
{
    auto const slots = husk::planar_slots<float>(floats({4, 3, 5, 7}, {200, 40, 8, 1}));
    REQUIRE(slots.size() == 4);
    for (std::size_t i = 0; i < 4; ++i) {
        CHECK(slots[i].data == memory.data() + 200 * i);
        CHECK((slots[i].size == husk::extent{7, 5} && slots[i].pitch == 8 && slots[i].plane == 40));
    }
    auto const last = husk::packed_slots<float>(floats({4, 3, 5, 7}, {105, 1, 21, 3}, {.axes = "NCHW"}));
    CHECK((last.size() == 4 && last[3].data == memory.data() + 315 && last[3].pitch == 21));
    CHECK(husk::packed_slots<float>(floats({0, 5, 7, 3}, {})).empty());
    CHECK(husk::packed_slots<float>(floats({4, 5, 7}, {}, {.axes = "NHW"})).at(3).channels == 1);
    auto const turns = husk::planar_slots<float>(floats({3, 4, 5, 7}, {35, 105, 7, 1}, {.axes = "CNHW"}));
    CHECK((turns.size() == 4 && turns[1].data == memory.data() + 105));
}

TEST_CASE("a batch in the other order is refused, not misread", "[adapters]")
{
    CHECK(support::message_of([] {
              husk::planar_slots<float const>(floats({4, 224, 224, 3}, {}));
          }) ==
          "husk: batch.channels is 224: must be 1, 3 or 4 (batch is f32 of shape [4, 224, 224, 3] (NCHW) and "
          "strides [150528, 672, 3, 1])");
    CHECK(contains(support::message_of([] {
                       husk::packed_slots<float const>(floats({4, 3, 224, 224}, {}));
                   }),
                   "batch.channels is 224"));
}

TEST_CASE("slots that are written share no memory", "[adapters]")
{
    auto const complaint = [](std::int64_t step) {
        return support::message_of([&] {
            husk::packed_slots<float>(floats({4, 2, 4, 1}, {step, 20, 1, 1}));
        });
    };
    CHECK(complaint(4).empty()); // side by side
    CHECK(contains(complaint(0), "must not share memory"));
    CHECK(contains(complaint(3), "must not share memory"));
    CHECK(contains(complaint(6), "must not share memory")); // the fourth reaches the first's next row
    CHECK(contains(complaint(std::numeric_limits<std::int64_t>::max() / 8), "overflows"));
    auto const one_seen_often = floats({4, 2, 4, 1}, {0, 10, 1, 1});
    CHECK(husk::packed_slots<float const>(one_seen_often).at(3).data == memory.data());
    CHECK(contains(support::message_of([] {
                       husk::packed_slots<float>(floats({5, 7, 3}, {}));
                   }),
                   "say its axes"));
    CHECK(contains(support::message_of([] {
                       husk::packed_slots<float>(floats({5, 7, 3}, {}, {.axes = "HWC"}));
                   }),
                   "holds one image"));
}
