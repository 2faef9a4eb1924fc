// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <husk/simd/arch.hpp>
#include <husk/simd/beside.hpp>

#include <utility>

namespace {

template <class Arch, std::size_t K>
void check()
{
    using V = husk::simd::real<Arch>;
    alignas(64) float line[64];
    for (int i = 0; i < 64; ++i) line[i] = static_cast<float>(i * i);
    alignas(64) float result[16];
    husk::simd::beside<K>(line, V::load(line), V::load(line + V::lanes)).store(result);
    for (int i = 0; i < V::lanes; ++i) CHECK(result[i] == line[K + static_cast<std::size_t>(i)]);
}

template <class Arch, std::size_t... K>
void check_all(std::index_sequence<K...>)
{
    (check<Arch, K + 1>(), ...);
}

} // namespace

TEST_CASE("what stands beside a register is what memory holds there", "[simd]")
{
    check_all<husk::simd::best>(std::make_index_sequence<8>{});
    check_all<husk::simd::scalar>(std::make_index_sequence<8>{});
}
