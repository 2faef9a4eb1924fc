// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <husk/simd/arch.hpp>
#include <husk/simd/ushorts.hpp>

#include <array>
#include <vector>

namespace {

/// What `change` makes of all numbers in turn, a register at a time.
template <class Arch, class Change>
auto changed(std::vector<std::uint16_t> const& numbers, Change change) -> std::vector<std::uint16_t>
{
    using V = husk::simd::ushorts<Arch>;
    std::vector<std::uint16_t> result(numbers.size());
    for (std::size_t i = 0; i < numbers.size(); i += V::lanes)
        change(V::load(numbers.data() + i)).store(result.data() + i);
    return result;
}

auto every_number() -> std::vector<std::uint16_t>
{
    std::vector<std::uint16_t> all(65536);
    for (std::size_t i = 0; i < all.size(); ++i) all[i] = static_cast<std::uint16_t>(i);
    return all;
}

template <class Arch>
void check_arithmetic()
{
    using V = husk::simd::ushorts<Arch>;
    auto const all = every_number();
    auto const upper = changed<Arch>(all, [](V v) { return v.upper(); });
    for (std::size_t i = 0; i < all.size(); i += 85) CHECK(upper[i] == i / 256);
    for (std::uint16_t const n : std::array<std::uint16_t, 7>{0, 1, 255, 32767, 32768, 43690, 65535}) {
        auto const sums = changed<Arch>(all, [&](V v) { return v + V::all(n); });
        auto const products = changed<Arch>(all, [&](V v) { return v * V::all(n); });
        auto const shared = changed<Arch>(all, [&](V v) { return v & V::all(n); });
        bool right = true;
        for (std::uint32_t i = 0; i < all.size(); ++i)
            right = right && sums[i] == ((i + n) & 0xffff) && products[i] == (i * n) >> 16 &&
                    shared[i] == (i & n);
        CHECK(right);
    }
}

template <class Arch>
void check_bytes()
{
    using V = husk::simd::ushorts<Arch>;
    std::array<std::uint8_t, 256> bytes, back;
    for (std::size_t i = 0; i < bytes.size(); ++i) bytes[i] = static_cast<std::uint8_t>(i);
    for (std::size_t i = 0; i < bytes.size(); i += V::lanes) {
        auto const v = V::template load_bytes<6>(bytes.data() + i);
        std::array<std::uint16_t, std::size_t{V::lanes}> numbers;
        v.store(numbers.data());
        for (std::size_t j = 0; j < numbers.size(); ++j) CHECK(numbers[j] == 64 * (i + j));
        (v + V::all(63)).template store_bytes<6>(back.data() + i);
    }
    CHECK(back == bytes);
}

} // namespace

TEST_CASE("fractions of 16 bits are added and multiplied as whole numbers", "[simd]")
{
    check_arithmetic<husk::simd::best>();
    check_arithmetic<husk::simd::scalar>();
}

TEST_CASE("fractions of 16 bits come from bytes and become bytes", "[simd]")
{
    check_bytes<husk::simd::best>();
    check_bytes<husk::simd::scalar>();
}
