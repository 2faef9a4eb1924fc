// SPDX-License-Identifier: MIT
#include "transform/colours.hpp"

#include <husk/transform/equalize.hpp>

namespace {

/// By the definition: a level's rank among the others, in steps of 1/255 of all but the highest level's.
void by_rank(colours::image& pixels, bool)
{
    for (std::size_t c = 0; c < 3; ++c) {
        std::vector<int> levels;
        for (auto const& p : pixels)
            levels.push_back(static_cast<int>(std::nearbyint(static_cast<float>(p[c]) * 255.f)));
        auto sorted = levels;
        std::sort(sorted.begin(), sorted.end());
        auto const rank = [&](int level) {
            return static_cast<int>(std::lower_bound(sorted.begin(), sorted.end(), level) - sorted.begin());
        };
        int const step = rank(sorted.back()) / 255;
        for (std::size_t i = 0; i < pixels.size(); ++i)
            pixels[i][c] =
                step == 0 ? levels[i] / 255. : std::min((rank(levels[i]) + step / 2) / step, 255) / 255.;
    }
}

} // namespace

TEST_CASE("equalize spreads levels by their rank", "[transform]")
{
    colours::check(husk::equalize::kernel{}, by_rank);
    for (int const channels : {1, 4}) // large enough for steps of more than one
        colours::agree<std::uint8_t, husk::packed, std::uint8_t, husk::packed>(
            husk::equalize::kernel{}, by_rank, 1e-7, {101, 67}, channels);
}

TEST_CASE("equalize keeps an image of one colour", "[transform]")
{
    husk::image<std::uint8_t> flat({40, 40}, 3);
    for (int y = 0; y < 40; ++y)
        for (int x = 0; x < 40; ++x)
            for (int c = 0; c < 3; ++c) flat.view()(x, y, c) = static_cast<std::uint8_t>(90 + c);
    CHECK(husk::apply(husk::equalize{}, husk::key{}, flat) == flat);
    CHECK(colours::drawn(husk::equalize{}).describe() == "equalize{}");
}
