// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "support.hpp"

#include <husk/simd/dispatch.hpp>

using husk::simd::dispatch;
using husk::simd::isa;
using husk::simd::isas;
using husk::simd::runs;

namespace {

template <isa I>
auto number() -> int
{
    return static_cast<int>(I);
}

constexpr auto choose = [](auto i) { return &number<i>; };

} // namespace

TEST_CASE("without a list, a unit's own instruction set is the one", "[simd]")
{
    CHECK(dispatch(choose)() == static_cast<int>(husk::simd::this_isa));
}

TEST_CASE("the best that runs here is chosen, wherever it stands in the list, and none above the limit",
          "[simd]")
{
    using all = isas<isa::avx2, isa::neon64, isa::sse2, isa::other, isa::avx512bw, isa::sse4_2>;
    auto best = isa::other;
    for (auto const i : {isa::neon64, isa::sse2, isa::sse4_2, isa::avx2, isa::avx512bw}) {
        if (runs(i)) best = i;
        if (!runs(best)) continue;
        CHECK(dispatch<decltype(choose), all>(choose, i)() == static_cast<int>(best));
    }
}

TEST_CASE("nothing but the chosen is called", "[simd]")
{
    int calls = 0;
    auto const count = [&](auto) { return ++calls; };
    dispatch<decltype(count), isas<isa::avx512bw, isa::avx2, isa::sse2, isa::neon64, isa::other>>(count);
    CHECK(calls == 1);
}

TEST_CASE("a machine that runs none of them is told so", "[simd]")
{
    using list = isas<isa::avx512bw, isa::avx2>;
    CHECK(
        support::message_of([] { dispatch<decltype(choose), list>(choose, isa::sse2); }) ==
        "husk: isa is sse2: this machine runs nothing up to it that this program was compiled for: avx512bw, "
        "avx2");
}
