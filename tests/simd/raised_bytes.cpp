// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <husk/simd/raised_bytes.hpp>

#include <vector>

namespace {

using bytes = std::vector<std::uint8_t>;

/// As many bytes as a register has: first, first + step, ...
template <class Arch>
auto counted(int first, int step) -> bytes
{
    bytes all(std::size_t{2 * husk::simd::ushorts<Arch>::lanes});
    for (std::size_t i = 0; i < all.size(); ++i)
        all[i] = static_cast<std::uint8_t>(first + step * static_cast<int>(i));
    return all;
}

template <class Arch>
auto raised(bytes const& above, bytes const& below)
{
    return husk::simd::raised(husk::simd::load_byte_pairs<Arch>(above.data()),
                              husk::simd::load_byte_pairs<Arch>(below.data()));
}

template <int Bits, class Arch>
auto every_number_is_lowered() -> bool
{
    for (int high = 0; high < 256; ++high)
        for (int low = 0; low < 256; ++low) {
            auto const above = counted<Arch>(high, 0), below = counted<Arch>(low, 1);
            bytes to(above.size() + 1, 7);
            husk::simd::store_lowered<Bits>(raised<Arch>(above, below), to.data());
            if (to.back() != 7) return false;
            for (std::size_t i = 0; i < above.size(); ++i) {
                int const n = 256 * high + below[i], level = (n < 0x8000 ? n : n - 0x10000) >> Bits;
                if (to[i] != std::clamp(level, 0, 255)) return false;
            }
        }
    return true;
}

} // namespace

TEMPLATE_TEST_CASE("each byte stands over the one below it, once", "[simd]", husk::simd::best,
                   husk::simd::scalar)
{
    using V = husk::simd::ushorts<TestType>;
    auto const above = counted<TestType>(200, 3), below = counted<TestType>(7, 5);
    auto const v = raised<TestType>(above, below);
    std::vector<std::uint16_t> got(above.size()), expected(above.size());
    v[0].store(got.data());
    v[1].store(got.data() + V::lanes);
    for (std::size_t i = 0; i < expected.size(); ++i)
        expected[i] = static_cast<std::uint16_t>(256 * above[i] + below[i]);
    std::sort(got.begin(), got.end());
    std::sort(expected.begin(), expected.end());
    CHECK(got == expected);
}

TEMPLATE_TEST_CASE("numbers of 16 bits are shifted and stopped where their bytes stood", "[simd]",
                   husk::simd::best, husk::simd::scalar)
{
    CHECK(every_number_is_lowered<6, TestType>());
    CHECK(every_number_is_lowered<8, TestType>());
}
