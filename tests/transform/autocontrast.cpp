// SPDX-License-Identifier: MIT
#include "transform/colours.hpp"

#include <husk/transform/autocontrast.hpp>

namespace {

void stretch(colours::image& pixels, bool)
{
    for (std::size_t c = 0; c < 3; ++c) {
        double low = pixels[0][c], high = low;
        for (auto const& p : pixels) low = std::min(low, p[c]), high = std::max(high, p[c]);
        if (low < high)
            for (auto& p : pixels) p[c] = (p[c] - low) / (high - low);
    }
}

} // namespace

TEST_CASE("autocontrast stretches every channel to [0, 1]", "[transform]")
{
    colours::check(husk::autocontrast::kernel{}, stretch, 1e-5); // two close values are far apart afterwards
    husk::image<std::uint8_t> dull({3, 1}, 3);
    for (int x = 0; x < 3; ++x)
        for (int c = 0; c < 3; ++c)
            dull.view()(x, 0, c) = static_cast<std::uint8_t>(c == 2 ? 50 : 100 + 10 * x);
    auto const out = husk::apply(husk::autocontrast{}, husk::key{}, dull);
    for (int c = 0; c < 2; ++c)
        CHECK((out.view()(0, 0, c) == 0 && out.view()(1, 0, c) == 128 && out.view()(2, 0, c) == 255));
    CHECK(out.view()(1, 0, 2) == 50);
}

TEST_CASE("autocontrast does not look at NaN", "[transform]")
{
    husk::image<float> i({3, 1}, 1);
    i.view()(0, 0, 0) = .25f, i.view()(1, 0, 0) = colours::nan, i.view()(2, 0, 0) = .75f;
    auto const out = husk::apply(husk::autocontrast{}, husk::key{}, i);
    CHECK((out.view()(0, 0, 0) == 0 && out.view()(1, 0, 0) == 0 && out.view()(2, 0, 0) == 1));
    CHECK(colours::drawn(husk::autocontrast{}).describe() == "autocontrast{}");
}
