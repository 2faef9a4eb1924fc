// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <husk/simd/arch.hpp>
#include <husk/simd/reversed.hpp>

namespace {

template <class Arch>
void check()
{
    using V = husk::simd::real<Arch>;
    alignas(64) float line[16], result[16];
    for (int i = 0; i < 16; ++i) line[i] = static_cast<float>(i * i);
    husk::simd::reversed(V::load(line)).store(result);
    for (int i = 0; i < V::lanes; ++i) CHECK(result[i] == line[V::lanes - 1 - i]);
}

} // namespace

TEST_CASE("a register from its last lane to its first", "[simd]")
{
    check<husk::simd::best>();
    check<husk::simd::scalar>();
}
