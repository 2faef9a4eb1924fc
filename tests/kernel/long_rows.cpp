// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "support.hpp"

#include <husk/kernel/long_rows.hpp>
#include <husk/simd/arch.hpp>

#include <vector>

namespace {

auto rows_of(int from_gap, int to_gap) -> husk::detail::long_rows<husk::simd::best>
{
    support::guarded<std::uint8_t> from({7, 5}, 3, from_gap);
    support::guarded<float, husk::planar> to({7, 5}, 3, to_gap);
    return husk::detail::long_rows<husk::simd::best>::of(from.view(), to.view());
}

} // namespace

TEST_CASE("rows are one if neither view has gaps", "[kernel]")
{
    auto const one = rows_of(0, 0);
    CHECK((one.width == 35 && one.height == 1));
    for (auto const& rows : {rows_of(3, 0), rows_of(0, 3), rows_of(3, 3)})
        CHECK((rows.width == 7 && rows.height == 5));
}

TEST_CASE("rows without gaps are joined, as long as their elements can be counted", "[kernel]")
{
    std::vector<std::uint8_t> bytes(64);
    auto const joined = [](auto const& v) { return husk::detail::joined<husk::simd::best>(v); };
    husk::packed<std::uint8_t> const whole{bytes.data(), {5, 4}};
    CHECK((joined(whole).data == whole.data && joined(whole).size == husk::extent{20, 1}));
    CHECK(joined(whole).channels == 3);
    auto const part = whole.crop({{1, 1}, {4, 3}});
    CHECK((joined(part).data == part.data && joined(part).size == part.size && joined(part).pitch == 15));
    husk::packed<std::uint8_t> const upwards{bytes.data(), {5, 4}, 3, -15};
    CHECK(joined(upwards).pitch == -15);
    husk::packed<std::uint8_t> const large{bytes.data(), {30000, 30000}}; // 2.7e9 elements; none is read
    CHECK(joined(large).size == large.size);
}
