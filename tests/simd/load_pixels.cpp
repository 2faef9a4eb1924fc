// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <husk/simd/load_pixels.hpp>

#include <vector>

namespace {

template <class Arch, int C, class T>
void check(float unit)
{
    constexpr int n = husk::simd::real<Arch>::lanes;
    for (int round = 0; round < 300; ++round) {
        std::vector<T> elements(static_cast<std::size_t>(n * C)); // nothing beyond may be read
        for (std::size_t i = 0; i < elements.size(); ++i)
            elements[i] =
                static_cast<T>(static_cast<unsigned>(round) * 37u + static_cast<unsigned>(i) * 101u);
        auto const p = husk::simd::load_pixels<Arch, C>(elements.data());
        for (int c = 0; c < C; ++c) {
            float lanes[std::size_t{n}];
            p[static_cast<std::size_t>(c)].store(lanes);
            for (int i = 0; i < n; ++i)
                REQUIRE(lanes[i] == static_cast<float>(elements[static_cast<std::size_t>(i * C + c)]) * unit);
        }
    }
}

template <class Arch, int C>
void check_elements()
{
    check<Arch, C, std::uint8_t>(1 / 256.f);
    check<Arch, C, std::uint16_t>(1 / 65536.f);
    check<Arch, C, float>(1);
}

} // namespace

TEMPLATE_TEST_CASE("pixels become a register for each channel", "[simd]", husk::simd::best,
                   husk::simd::scalar)
{
    check_elements<TestType, 1>();
    check_elements<TestType, 3>();
    check_elements<TestType, 4>();
}
