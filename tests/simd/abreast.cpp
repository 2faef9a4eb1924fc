// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <husk/simd/abreast.hpp>
#include <husk/simd/arch.hpp>

#include <numeric>
#include <vector>

namespace {

using husk::simd::rows_abreast, husk::simd::best;

constexpr int rows = rows_abreast<best>, pitch = 21;

/// All that a register holds: eight numbers of each row.
template <class V>
auto numbers(V const& v) -> std::vector<std::int16_t>
{
    std::vector<std::int16_t> all(std::size_t{V::lanes});
    v.store(all.data());
    return all;
}

/// What the sixteen numbers of a row begin with.
auto start(int row) -> int { return 1 + 20 * row; }

auto scene() -> std::vector<std::uint8_t>
{
    std::vector<std::uint8_t> all(static_cast<std::size_t>(pitch * rows));
    for (int r = 0; r < rows; ++r) std::iota(all.begin() + r * pitch, all.begin() + r * pitch + 16, start(r));
    return all;
}

template <int N>
void check_behind()
{
    auto const from = scene();
    auto const v = husk::simd::load_abreast<best>(from.data(), pitch);
    auto const all = numbers(husk::simd::behind<N>(v.first, v.second));
    for (int r = 0; r < rows; ++r)
        for (int i = 0; i < 8; ++i) CHECK(all[static_cast<std::size_t>(8 * r + i)] == start(r) + 8 - N + i);
}

} // namespace

TEST_CASE("rows abreast are loaded by halves, and stored as they were", "[simd]")
{
    auto const from = scene();
    auto const v = husk::simd::load_abreast<best>(from.data(), pitch);
    auto const first = numbers(v.first), second = numbers(v.second);
    for (int r = 0; r < rows; ++r)
        for (int i = 0; i < 8; ++i) {
            CHECK(first[static_cast<std::size_t>(8 * r + i)] == start(r) + i);
            CHECK(second[static_cast<std::size_t>(8 * r + i)] == start(r) + 8 + i);
        }
    std::vector<std::uint8_t> to(from.size());
    husk::simd::store_abreast(v, to.data(), pitch);
    CHECK(to == from);
}

TEST_CASE("numbers before those of rows abreast come from the registers before", "[simd]")
{
    check_behind<1>();
    check_behind<3>();
    check_behind<4>();
    check_behind<7>();
}

TEST_CASE("eight numbers are repeated in every row", "[simd]")
{
    std::vector<std::int16_t> eight(8);
    std::iota(eight.begin(), eight.end(), std::int16_t{-3});
    auto const all = numbers(husk::simd::repeated<best>(eight.data()));
    for (std::size_t i = 0; i < all.size(); ++i) CHECK(all[i] == eight[i % 8]);
}
