// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <husk/rng/stream.hpp>
#include <husk/simd/arch.hpp>
#include <husk/simd/shorts.hpp>

#include <vector>

namespace {

template <class Arch>
auto levels_of(husk::simd::shorts<Arch> v) -> std::vector<std::uint8_t>
{
    std::vector<std::uint8_t> all(static_cast<std::size_t>(v.lanes));
    v.store(all.data());
    return all;
}

auto some_levels(husk::stream& g, std::size_t n) -> std::vector<std::uint8_t>
{
    std::vector<std::uint8_t> all(n);
    for (auto& v : all) v = static_cast<std::uint8_t>(g.below(256));
    return all;
}

} // namespace

TEMPLATE_TEST_CASE("levels are loaded and stored, and no others", "[simd]", husk::simd::scalar,
                   husk::simd::best)
{
    using V = husk::simd::shorts<TestType>;
    husk::stream g(husk::key{.seed = 4});
    auto const all = some_levels(g, 64);
    std::vector<std::uint8_t> to(66, 7);
    V::load(all.data()).store(to.data() + 1);
    CHECK((to[0] == 7 && to[static_cast<std::size_t>(V::lanes) + 1] == 7));
    for (std::size_t i = 0; i < static_cast<std::size_t>(V::lanes); ++i) CHECK(to[i + 1] == all[i]);
}
