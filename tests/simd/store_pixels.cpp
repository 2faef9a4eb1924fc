// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <husk/simd/store_pixels.hpp>

#include <cmath>
#include <vector>

namespace {

template <class T>
auto element_of(float v) -> T
{
    if constexpr (!std::integral<T>) return v;
    else if (!(v > 0)) return 0;
    else
        return static_cast<T>(std::nearbyint(std::min(v, static_cast<float>(std::numeric_limits<T>::max()))));
}

auto number(std::size_t i) -> float
{
    constexpr auto infinity = std::numeric_limits<float>::infinity(),
                   nan = std::numeric_limits<float>::quiet_NaN();
    constexpr float odd[] = {nan,    -nan,  infinity, -infinity, 3e9f,    -3e9f,    254.5f,
                             255.5f, 256.f, .5f,      -.5f,      32768.f, -32769.f, 65534.5f};
    return i % 3 == 0 ? odd[i / 3 % std::size(odd)] : static_cast<float>(i % 600) * .5f;
}

template <class Arch, int C, class T>
void check()
{
    constexpr int n = husk::simd::real<Arch>::lanes;
    for (std::size_t round = 0; round < 300; ++round) {
        float numbers[static_cast<std::size_t>(C)][static_cast<std::size_t>(n)];
        husk::simd::pixels<Arch, C> p;
        for (std::size_t c = 0; c < C; ++c) {
            for (std::size_t i = 0; i < n; ++i) numbers[c][i] = number(round * 5 + i * 17 + c * 7);
            p[c] = husk::simd::real<Arch>::load(numbers[c]);
        }
        std::vector<T> elements(static_cast<std::size_t>(n * C)); // nothing beyond may be written
        husk::simd::store_pixels<Arch, C>(p, elements.data());
        for (std::size_t c = 0; c < C; ++c)
            for (std::size_t i = 0; i < n; ++i) {
                auto const expected = element_of<T>(numbers[c][i]);
                INFO(numbers[c][i]);
                REQUIRE(std::memcmp(&elements[i * C + c], &expected, sizeof(T)) == 0);
            }
    }
}

} // namespace

TEMPLATE_TEST_CASE("registers become pixels, rounded to even and clamped, NaN as 0", "[simd]",
                   husk::simd::best, husk::simd::scalar)
{
    check<TestType, 1, std::uint8_t>();
    check<TestType, 3, std::uint8_t>();
    check<TestType, 4, std::uint8_t>();
    check<TestType, 3, std::uint16_t>();
    check<TestType, 3, float>();
}
