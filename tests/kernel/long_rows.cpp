// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "support.hpp"

#include <husk/kernel/long_rows.hpp>
#include <husk/simd/arch.hpp>

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
