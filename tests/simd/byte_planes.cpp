// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <husk/simd/arch.hpp>
#include <husk/simd/byte_planes.hpp>

#include <numeric>
#include <vector>

TEST_CASE("channels come apart and together again, and nothing else is touched", "[simd]")
{
    using planes = husk::simd::byte_planes<husk::simd::best>;
    constexpr auto n = std::size_t{planes::pixels};
    for (int turn = 0; turn < 2; ++turn) { // so that every place has been odd and even
        std::vector<std::uint8_t> pixels(3 * n), back(3 * n + 1, 7);
        for (std::size_t i = 0; i < pixels.size(); ++i)
            pixels[i] = static_cast<std::uint8_t>(i * 2654435761u >> (5 + turn));
        auto const v = planes::load(pixels.data());
        int channel = 0;
        for (auto const& plane : {v.r, v.g, v.b}) {
            std::vector<std::uint8_t> got(n), expected(n);
            plane.store_unaligned(got.data());
            for (std::size_t i = 0; i < n; ++i)
                expected[i] = pixels[3 * i + static_cast<std::size_t>(channel)];
            CHECK(got == expected);
            ++channel;
        }
        v.store(back.data());
        CHECK(back.back() == 7);
        back.pop_back();
        CHECK(back == pixels);
    }
}
