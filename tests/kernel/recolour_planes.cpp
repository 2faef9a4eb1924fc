// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "support.hpp"

#include <husk/kernel/recolour_planes.hpp>

#include <cmath>

namespace {

/// Each channel in its own way, beyond [0, 1], too.
struct shifts {
    template <class V>
    auto operator()(husk::rgb<V> p) const -> husk::rgb<V>
    {
        return {p.r, p.g - V(.25f), p.b + V(.5f)};
    }
};

auto byte_of(float colour) -> std::uint8_t
{
    float const level = colour * 255.f;
    return static_cast<std::uint8_t>(std::nearbyint(level > 0 ? std::min(level, 255.f) : 0.f));
}

} // namespace

TEST_CASE("planes are recoloured into bytes of any width, with gaps and without", "[kernel]")
{
    using Arch = husk::simd::best;
    for (int width = husk::simd::real<Arch>::lanes; width <= 70; ++width)
        for (int const gap : {0, 5}) {
            CAPTURE(width, gap);
            support::guarded<float, husk::planar> from({width, 3}, 3, gap);
            support::guarded<std::uint8_t> to({width, 3}, 3, gap);
            for (int y = 0; y < 3; ++y)
                for (int x = 0; x < width; ++x)
                    for (int c = 0; c < 3; ++c)
                        from.view()(x, y, c) = static_cast<float>((7 * x + 5 * y + 3 * c) % 64) * .025f - .2f;
            from.view()(2, 1, 1) = std::nanf("");
            husk::detail::recolour_planes<Arch>(shifts{}, husk::planar<float const>(from.view()), to.view());
            REQUIRE(to.intact());
            for (int y = 0; y < 3; ++y)
                for (int x = 0; x < width; ++x) {
                    auto const p = [&](int c) { return from.view()(x, y, c); };
                    REQUIRE(to.view()(x, y, 0) == byte_of(p(0)));
                    REQUIRE(to.view()(x, y, 1) == byte_of(p(1) - .25f));
                    REQUIRE(to.view()(x, y, 2) == byte_of(p(2) + .5f));
                }
        }
}
