// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "support.hpp"

#include <husk/simd/arch.hpp>
#include <husk/simd/isa.hpp>

using husk::simd::isa;

TEST_CASE("instruction sets have names, which name them", "[simd]")
{
    for (auto const i : {isa::other, isa::neon64, isa::sse2, isa::sse4_2, isa::avx2, isa::avx512bw})
        CHECK(husk::simd::isa_named(to_string(i)) == i);
    CHECK(to_string(isa::sse4_2) == "sse4_2");
    CHECK(support::message_of([] { husk::simd::isa_named("avx3"); }) ==
          "husk: isa is avx3: must be one of other, neon64, sse2, sse4_2, avx2, avx512bw");
}

TEST_CASE("what a unit is compiled for is what xsimd takes it for", "[simd]")
{
    using best = husk::simd::best;
#if defined(__x86_64__)
    CHECK((husk::simd::this_isa == isa::avx512bw) == std::is_base_of_v<xsimd::avx512bw, best>);
    CHECK((husk::simd::this_isa == isa::avx2) ==
          (std::is_base_of_v<xsimd::avx2, best> && !std::is_base_of_v<xsimd::avx512bw, best>));
#elif defined(__aarch64__)
    CHECK(husk::simd::this_isa == isa::neon64);
    CHECK(std::is_base_of_v<xsimd::neon64, best>);
#endif
}
