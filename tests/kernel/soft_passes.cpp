// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <husk/kernel/soft_passes.hpp>
#include <husk/simd/arch.hpp>

#include <vector>

TEST_CASE("passes can be put away between any two pixels", "[kernel]")
{
    using passes = husk::detail::soft_passes<husk::simd::best>;
    using V = passes::V;
    husk::simd::soft_ends<husk::simd::best> const soft(3000000);
    auto const step = [&](passes& p, int i) {
        auto const now = V::all(static_cast<std::int16_t>(i * 37 % 256 - soft.offset));
        auto const v = p(
            soft, now, [](V last, V) { return last; }, [](int, V rise) { return rise; });
        std::vector<std::int16_t> all(std::size_t{V::lanes});
        v.store(all.data());
        return all;
    };
    passes once, again;
    std::vector<std::int16_t> away(std::size_t{passes::numbers});
    for (int i = 0; i < 30; ++i) {
        again.store(away.data());
        again = passes::load(away.data());
        CHECK(step(once, i) == step(again, i));
    }
}
