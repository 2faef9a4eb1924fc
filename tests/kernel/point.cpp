// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <husk/kernel/point.hpp>
#include <husk/simd/arch.hpp>

#include <vector>

namespace point_tests { // named: the concept asks for an == that nothing calls

using husk::rgb, husk::row;

/// Rotates channels, and doubles grey.
struct both {
    template <class V>
    auto operator()(rgb<V> p) const -> rgb<V>
    {
        return {p.g, p.b, p.r};
    }
    template <class V>
    auto operator()(V grey) const -> V
    {
        return grey + grey;
    }
    friend auto operator==(both const&, both const&) -> bool = default;
};

/// Means nothing for grey.
struct coloured {
    template <class V>
    auto operator()(rgb<V> p) const -> rgb<V>
    {
        return {p.r + p.g, p.g, p.b};
    }
    friend auto operator==(coloured const&, coloured const&) -> bool = default;
};

/// Depends on the place.
struct placed {
    template <class Arch>
    void recolour(row const& r, int y) const
    {
        for (int x = 0; x < r.width; ++x) r[0][x] = static_cast<float>(100 * y + x);
    }
    friend auto operator==(placed const&, placed const&) -> bool = default;
};

static_assert(husk::point_kernel<both> && husk::point_kernel<coloured> && !husk::point_kernel<placed>);
static_assert(husk::row_kernel<placed> && !husk::row_kernel<both>);

auto numbers(int channels) -> std::vector<float>
{
    std::vector<float> all(static_cast<std::size_t>(channels) * 96);
    for (std::size_t i = 0; i < all.size(); ++i) all[i] = static_cast<float>(i);
    return all;
}

} // namespace point_tests

using namespace point_tests;

TEST_CASE("a point kernel changes every colour of a row, and no alpha", "[kernel]")
{
    for (int width = 1; width <= 65; ++width)
        for (int const channels : {3, 4}) {
            auto const before = numbers(channels);
            auto after = before;
            husk::recolour<husk::simd::best>(both{}, row{after.data(), 96, width, channels}, 0);
            for (std::size_t x = 0; x < static_cast<std::size_t>(width); ++x) {
                REQUIRE(after[x] == before[96 + x]);
                REQUIRE(after[96 + x] == before[192 + x]);
                REQUIRE(after[192 + x] == before[x]);
                if (channels == 4) REQUIRE(after[288 + x] == before[288 + x]);
            }
        }
}

TEST_CASE("grey changes where that means something", "[kernel]")
{
    auto const before = numbers(1);
    auto after = before;
    husk::recolour<husk::simd::best>(coloured{}, row{after.data(), 96, 33, 1}, 0);
    CHECK(after == before);
    husk::recolour<husk::simd::best>(both{}, row{after.data(), 96, 33, 1}, 0);
    for (std::size_t x = 0; x < 33; ++x) CHECK(after[x] == 2 * before[x]);
}

TEST_CASE("a row kernel knows where it is", "[kernel]")
{
    auto after = numbers(1);
    husk::recolour<husk::simd::best>(placed{}, row{after.data(), 96, 5, 1}, 7);
    CHECK((after[0] == 700 && after[4] == 704 && after[5] == 5));
}
