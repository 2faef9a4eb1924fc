// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "support.hpp"

#include <husk/kernel/projected.hpp>
#include <husk/simd/arch.hpp>

#include <vector>

// What is sampled is compared with its definition in kernel/projective.cpp.

TEST_CASE("rows may be asked for in any order, and twice", "[kernel]")
{
    auto const source = support::numbered({40, 30});
    husk::sight const through{{.9, .3, 1, -.3, .9, 4, 0, 0, 1}, false, husk::filter::bilinear};
    husk::projected<husk::packed<std::uint8_t const>> const p{source.view(), through, false, 70, {}};
    std::vector<float> first(3 * 128), second(3 * 128);
    husk::row const a{first.data(), 128, 70, 3}, b{second.data(), 128, 70, 3};
    for (int const y : {7, 20, 3}) {
        p.pull<husk::simd::best>(y, a);
        p.pull<husk::simd::best>(29, b);
        p.pull<husk::simd::best>(y, b);
        CHECK(first == second);
    }
}
