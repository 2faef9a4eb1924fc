// SPDX-License-Identifier: MIT
#include <husk/simd/dispatch.hpp>

template <husk::simd::isa>
auto twice(int) -> int;

auto main(int count, char**) -> int
{
    auto const chosen = husk::simd::dispatch([](auto isa) { return &twice<isa>; });
    return chosen(count) == 2 * count ? 0 : 1;
}
