// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <husk/simd/arch.hpp>
#include <husk/simd/whole.hpp>

#include <array>

TEMPLATE_TEST_CASE("whole numbers become integers", "[simd]", husk::simd::best, husk::simd::scalar)
{
    using V = husk::simd::real<TestType>;
    for (float const from : {-4194304.f, -3.f, 0.f, 7.f, 4194000.f})
        for (int const base : {-1, 0, 5, 1 << 20}) {
            std::array<float, V::lanes> floats{};
            for (std::size_t i = 0; i < floats.size(); ++i) floats[i] = from + static_cast<float>(i);
            std::array<std::int32_t, V::lanes + 1> whole{};
            whole.back() = 77;
            husk::simd::store_whole(V::load(floats.data()), base, whole.data());
            for (std::size_t i = 0; i < floats.size(); ++i)
                CHECK(whole[i] == static_cast<int>(from) + static_cast<int>(i) + base);
            CHECK(whole.back() == 77);
        }
}
