// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "support.hpp"

#include <husk/adapters/strided.hpp>

using husk::strided, husk::number_kind, husk::number_type;

namespace {

using numbers = std::vector<std::int64_t>;

constexpr number_type i64{number_kind::integer, 64};

auto array(numbers const& shape, numbers const& strides, strided::options const& o = {})
{
    return strided(nullptr, i64, shape, strides, o);
}
auto equal(std::span<std::int64_t const> a, numbers const& b) { return numbers(a.begin(), a.end()) == b; }

} // namespace

TEST_CASE("an array without strides has no gaps", "[adapters]")
{
    auto const a = array({2, 3, 5, 7}, {});
    CHECK(a.rank() == 4);
    CHECK(equal(a.shape(), {2, 3, 5, 7}));
    CHECK(equal(a.strides(), {105, 35, 7, 1}));
    CHECK(equal(array({5, 7}, {9, 2}).strides(), {9, 2}));
}

TEST_CASE("an array says all that is known of it", "[adapters]")
{
    auto const a = array({5, 7}, {9, 2}, {.read_only = true});
    CHECK(a.name() == "array");
    CHECK(to_string(a) == "i64 of shape [5, 7] and strides [9, 2], read-only");
    CHECK(to_string(a.as("HW")) == "i64 of shape [5, 7] (HW) and strides [9, 2], read-only");
    CHECK(a.axes().empty());
}

TEST_CASE("an array of one or five dimensions, or with strides for others, is refused", "[adapters]")
{
    auto const complaint = [](numbers const& shape, numbers const& strides) {
        return support::message_of([&] { array(shape, strides, {.name = "batch"}); });
    };
    CHECK(support::contains(complaint({7}, {}), "batch is i64 of shape [7]"));
    CHECK(support::contains(complaint({1, 2, 3, 4, 5}, {}), "must have 2 to 4 dimensions"));
    CHECK(support::contains(complaint({5, 7}, {1}), "a stride for each dimension, not [1]"));
}
