// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "support.hpp"

#include <husk/kernel/recoloured.hpp>
#include <husk/transform/grayscale.hpp>
#include <husk/transform/normalize.hpp>

#include <cstring>

namespace {

using husk::row, husk::row_levels, husk::simd::best, husk::simd::scalar;

constexpr husk::extent size{48, 48}; // large enough for a look at levels

/// Rows of all levels in all channels, in another order in each; with and without those levels.
struct ramps {
    std::array<std::uint8_t, 3 * 64>* levels;
    bool mirrored;

    template <class Arch>
    auto has_levels() const -> bool
    {
        return levels;
    }
    template <class Arch>
    auto pull_levels(int y) const -> row_levels
    {
        for (int x = 0; x < size.width; ++x)
            for (int c = 0; c < 3; ++c)
                (*levels)[static_cast<std::size_t>(64 * c + x)] =
                    level(mirrored ? size.width - 1 - x : x, y, c);
        return {levels->data(), 64, mirrored};
    }
    template <class Arch>
    void pull(int y, row const& to) const
    {
        for (int x = 0; x < size.width; ++x)
            for (int c = 0; c < 3; ++c) to[c][x] = static_cast<float>(level(x, y, c)) / 255;
    }

private:
    static auto level(int x, int y, int c) -> std::uint8_t
    {
        return static_cast<std::uint8_t>((y * size.width + x) * (2 * c + 1));
    }
};

/// Row y after `k`; whether that was made of levels.
template <class Arch, class K>
auto made(husk::row_source const& before, K const& k, int y, std::vector<float>& memory) -> bool
{
    bool of_levels = false;
    husk::recolouring<Arch>(before, k, true, [&]<class Stage>(Stage const& stage) {
        of_levels = !requires { stage.over_bytes; };
        stage.template pull<Arch>(y, row{memory.data(), 64, size.width, 3});
    });
    return of_levels;
}

template <class Arch, class K>
void check(K const& k)
{
    std::array<std::uint8_t, 3 * 64> levels{};
    for (bool const mirrored : {false, true}) {
        ramps with{&levels, mirrored}, without{nullptr, mirrored};
        auto const fast = husk::row_source::of<Arch>(&with, with, size, 3);
        auto const slow = husk::row_source::of<scalar>(&without, without, size, 3);
        for (int y = 0; y < size.height; ++y) {
            std::vector<float> got(3 * 64), expected(3 * 64);
            CHECK(made<Arch>(fast, k, y, got));
            CHECK_FALSE(made<scalar>(slow, k, y, expected));
            REQUIRE(std::memcmp(got.data(), expected.data(), got.size() * sizeof(float)) == 0);
        }
    }
}

} // namespace

TEST_CASE("kernels on levels, mirrored or not, make what they make of their colours", "[kernel]")
{
    husk::normalize::kernel const common{{.485f, .456f, .406f}, {.229f, .224f, .225f}},
        other{{.1f, .7f, .3f}, {.3f, 7e-3f, 11.f}};
    check<best>(common);
    check<scalar>(common);
    check<best>(other);
    check<best>(husk::grayscale::kernel{});
}
