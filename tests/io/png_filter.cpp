// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <husk/io/png_filter.hpp>

#include <cstdlib>
#include <random>
#include <vector>

namespace {

/// As PNG's specification writes it down.
auto predicted(int a, int b, int c) -> int
{
    int const p = a + b - c, pa = std::abs(p - a), pb = std::abs(p - b), pc = std::abs(p - c);
    if (pa <= pb && pa <= pc) return a;
    return pb <= pc ? b : c;
}

} // namespace

TEST_CASE("the filter foretells as the specification does, for every length and pixel")
{
    std::mt19937 noise(7);
    for (std::size_t const pixel : {1u, 3u, 4u})
        for (std::size_t n = pixel; n <= 70 * pixel; n += pixel) {
            std::vector<std::uint8_t> row(n), above(n), to(n);
            for (auto* v : {&row, &above})
                for (auto& x : *v) x = static_cast<std::uint8_t>(n % 2 == 0 ? noise() : noise() % 2 * 255);
            husk::detail::paeth_filter(row.data(), above.data(), n, pixel, to.data());
            for (std::size_t i = 0; i < n; ++i) {
                int const left = i < pixel ? 0 : row[i - pixel], corner = i < pixel ? 0 : above[i - pixel];
                if (to[i] != static_cast<std::uint8_t>(row[i] - predicted(left, above[i], corner)))
                    FAIL("byte " << i << " of " << n << ", pixel " << pixel);
            }
        }
    SUCCEED();
}
