// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <husk/kernel/mirrored_row.hpp>
#include <husk/simd/arch.hpp>

#include <vector>

namespace mirrored_row_tests { // named: the concept asks for an == that nothing calls

using husk::rgb, husk::row, husk::simd::best, husk::simd::scalar;

/// Every channel in another way, and two of them together.
struct mixed {
    template <class V>
    auto operator()(rgb<V> p) const -> rgb<V>
    {
        return {p.r + p.g, p.g * 2.f, p.b - 1.f};
    }
    friend auto operator==(mixed const&, mixed const&) -> bool = default;
};

constexpr std::ptrdiff_t plane = 128;

auto numbers(int channels) -> std::vector<float>
{
    std::vector<float> all(static_cast<std::size_t>(channels * plane));
    for (std::size_t i = 0; i < all.size(); ++i) all[i] = static_cast<float>(i * i);
    return all;
}

template <class Arch>
void check_mirror(int width, int channels)
{
    auto const before = numbers(channels);
    auto after = before;
    husk::detail::mirror_row<Arch>(row{after.data(), plane, width, channels});
    for (int c = 0; c < channels; ++c)
        for (int x = 0; x < plane; ++x) {
            auto const at = [c](int column) { return static_cast<std::size_t>(c * plane + column); };
            REQUIRE(after[at(x)] == before[at(x < width ? width - 1 - x : x)]);
        }
}

template <class Arch>
void check_recolour(int width)
{
    auto expected = numbers(3), got = expected;
    row const slow{expected.data(), plane, width, 3}, fast{got.data(), plane, width, 3};
    if (!husk::detail::mirrors_whole_registers<Arch>(fast)) return;
    for (int x = 0; x < width; ++x) {
        auto const p = mixed{}(rgb<float>{slow[0][x], slow[1][x], slow[2][x]});
        slow[0][x] = p.r, slow[1][x] = p.g, slow[2][x] = p.b;
    }
    husk::detail::mirror_row<scalar>(slow);
    husk::detail::recolour_mirrored<Arch>(mixed{}, fast);
    REQUIRE(got == expected);
}

} // namespace mirrored_row_tests

using namespace mirrored_row_tests;

TEST_CASE("rows are mirrored where they lie, and nothing behind them is touched", "[kernel]")
{
    for (int width = 1; width <= 70; ++width)
        for (int const channels : {1, 3, 4}) {
            check_mirror<best>(width, channels);
            check_mirror<scalar>(width, channels);
        }
}

TEST_CASE("rows are mirrored while their colours change", "[kernel]")
{
    for (int width = 1; width <= 112; ++width) {
        check_recolour<best>(width);
        check_recolour<scalar>(width);
    }
    using V = husk::simd::real<best>;
    CHECK(husk::detail::mirrors_whole_registers<best>(row{nullptr, plane, 3 * V::lanes, 3}));
    CHECK_FALSE(husk::detail::mirrors_whole_registers<best>(row{nullptr, plane, 3 * V::lanes, 4}));
    CHECK(husk::detail::mirrors_whole_registers<best>(row{nullptr, plane, V::lanes + 1, 3}) ==
          (V::lanes == 1));
}
