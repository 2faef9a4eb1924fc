// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "kernel/looked_at.hpp"

#include <husk/kernel/usage.hpp>

using husk::detail::usage, husk::simd::best;

namespace {

/// Cells of 4x4 pixels, and the window that is the nearest to one in pixels.
struct counts {
    husk::extent size, window;
    std::vector<std::int64_t> each;
    std::int64_t seen = 0;

    explicit counts(husk::extent whole) :
        size{(whole.width + 3) / 4, (whole.height + 3) / 4}, each(static_cast<std::size_t>(size.area()))
    {
    }
    void look_at(husk::extent w)
    {
        window = {std::clamp((w.width + 2) / 4, 1, size.width),
                  std::clamp((w.height + 2) / 4, 1, size.height)};
    }
    auto first(husk::point at) const -> husk::point
    {
        return {std::min((at.x + 2) / 4, size.width - window.width),
                std::min((at.y + 2) / 4, size.height - window.height)};
    }
    auto at(int x, int y) -> std::int64_t& { return each[static_cast<std::size_t>(y * size.width + x)]; }

    void show(husk::point where)
    {
        auto const f = first(where);
        for (int y = f.y; y < f.y + window.height; ++y)
            for (int x = f.x; x < f.x + window.width; ++x) ++at(x, y), ++seen;
    }
    auto price(husk::point where) -> std::int64_t
    {
        auto const f = first(where);
        std::int64_t sum = 0;
        for (int y = f.y; y < f.y + window.height; ++y)
            for (int x = f.x; x < f.x + window.width; ++x) {
                auto const n = std::min<std::int64_t>(at(x, y), usage::most);
                sum += n * n;
            }
        auto const all = std::min<std::int64_t>(seen, std::int64_t{usage::most} * size.area());
        return 16 * (sum + window.area() * all / size.area() * all / size.area());
    }
};

} // namespace

TEST_CASE("usage adds up the squares of what was shown, under every window, of every size", "[kernel]")
{
    std::vector<husk::extent> const sizes{{1, 1}, {37, 11}, {16, 40}, {3, 2}, {130, 9}};
    support::looked_at look(sizes, 1);
    usage used(look.memory, look.exemplars);
    std::vector<counts> slow(sizes.begin(), sizes.end());
    for (int round = 0; round < 60; ++round) {
        husk::extent const window{1 + static_cast<int>(look.luck.below(50)),
                                  1 + static_cast<int>(look.luck.below(40))};
        used.look_at<best>(window);
        for (auto& s : slow) s.look_at(window);
        for (int i = 0; i < 6; ++i) {
            auto const e =
                static_cast<std::size_t>(look.luck.below(static_cast<std::uint32_t>(sizes.size())));
            husk::point const at{
                static_cast<int>(look.luck.below(static_cast<std::uint32_t>(sizes[e].width))),
                static_cast<int>(look.luck.below(static_cast<std::uint32_t>(sizes[e].height)))};
            used.show<best>(e, at);
            slow[e].show(at);
        }
        used.look_at<best>(window); // the even shares follow
        for (std::size_t e = 0; e < sizes.size(); ++e)
            for (int y = 0; y < sizes[e].height; y += 3)
                for (int x = 0; x < sizes[e].width; x += 2)
                    REQUIRE(used.price(e, {x, y}) == slow[e].price({x, y}));
    }
}

TEST_CASE("the prices of many places are the price of each", "[kernel]")
{
    std::vector<husk::extent> const sizes{{96, 96}, {37, 61}, {70, 41}};
    support::looked_at look(sizes, 1);
    usage used(look.memory, look.exemplars);
    husk::detail::place_lanes all(look.memory, 77);
    std::vector<std::uint32_t> prices(77 + husk::detail::place_lanes::slack);
    for (int round = 0; round < 30; ++round) {
        husk::extent const window{1 + static_cast<int>(look.luck.below(37)),
                                  1 + static_cast<int>(look.luck.below(41))};
        husk::point const by{static_cast<int>(look.luck.below(9)), static_cast<int>(look.luck.below(9))};
        used.look_at<best>(window);
        for (all.count = 0; all.count < 77; ++all.count) {
            auto const e = look.luck.below(3);
            all.put(all.count, {static_cast<int>(e), look.luck.corner(sizes[e], window)});
        }
        used.prices<best>(all, by, prices.data());
        for (std::size_t i = 0; i < all.count; ++i)
            REQUIRE(16 * std::int64_t{prices[i]} ==
                    used.price(static_cast<std::size_t>(all[i].exemplar), all[i].at + by));
        used.show<best>(static_cast<std::size_t>(all[0].exemplar), all[0].at);
    }
}

TEST_CASE("usage does not overflow where everything was seen more often than it can tell", "[kernel]")
{
    support::looked_at look({{256, 256}}, 1);
    usage used(look.memory, look.exemplars);
    used.look_at<best>({256, 256});
    for (int times = 0; times < 600; ++times) used.show<best>(0, {0, 0});
    used.look_at<best>({256, 256});
    auto const squares = std::int64_t{256} * 256 * usage::most * usage::most;
    CHECK(used.price(0, {0, 0}) == 2 * squares); // as much again for the even share
}

TEST_CASE("the even share is what an evenly shown exemplar would have", "[kernel]")
{
    support::looked_at look({{40, 40}, {80, 20}}, 1);
    usage used(look.memory, look.exemplars);
    used.look_at<best>({40, 40});
    for (int times = 0; times < 3; ++times) used.show<best>(0, {0, 0});
    used.look_at<best>({8, 8});
    CHECK(used.price(0, {12, 12}) == 64 * (9 + 9));
    for (int times = 0; times < 100; ++times) used.show<best>(1, {0, 0}); // four cells of a hundred
    used.look_at<best>({8, 8});
    CHECK(used.price(1, {40, 8}) == 64 * 16); // however unevenly: 400 of 100 cells
}
