// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <husk/kernel/copy.hpp>

#include <numeric>
#include <vector>

namespace {

/// From memory that ends where the pixels do, into memory that a sanitizer or a neighbour guards.
template <class Arch, int N>
void check(int count)
{
    auto const bytes = static_cast<std::size_t>(count * N);
    std::vector<unsigned char> from(bytes), to(bytes + 2, 255);
    std::iota(from.begin(), from.end(), static_cast<unsigned char>(1));
    husk::detail::copy_backwards<Arch, N>(reinterpret_cast<std::byte*>(from.data()) + bytes - N,
                                          reinterpret_cast<std::byte*>(to.data()) + 1, count);
    REQUIRE((to.front() == 255 && to.back() == 255));
    for (std::size_t i = 0; i < bytes; ++i) {
        auto const pixel = i / N, byte = i % N;
        REQUIRE(to[i + 1] == from[bytes - N * (pixel + 1) + byte]);
    }
}

template <class Arch>
void check_all(int count)
{
    check<Arch, 1>(count);
    check<Arch, 2>(count);
    check<Arch, 3>(count);
    check<Arch, 4>(count);
    check<Arch, 6>(count);
    check<Arch, 8>(count);
    check<Arch, 12>(count);
    check<Arch, 16>(count);
}

} // namespace

TEST_CASE("pixels of all sizes are copied backwards, and nothing else is touched", "[simd]")
{
    for (int count = 1; count <= 40; ++count) {
        check_all<husk::simd::best>(count);
        check_all<husk::simd::scalar>(count);
    }
}
