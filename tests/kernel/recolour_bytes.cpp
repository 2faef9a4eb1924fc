// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "support.hpp"

#include <husk/kernel/recolour_bytes.hpp>

namespace {

using Arch = husk::simd::best;
namespace detail = husk::detail;

/// Twice the colours and a bit, channel by channel; of levels, wrong for `odd`, a level times 256 or none.
struct doubling {
    float odd = -1;

    template <class V>
    auto operator()(husk::rgb<V> p) const -> husk::rgb<V>
    {
        return {p.r + p.r, p.g + p.g + V(1.f), p.b + p.b + V(2.f)};
    }

    struct of_256 {
        float odd;

        template <class V>
        auto operator()(husk::rgb<V> p) const -> husk::rgb<V>
        {
            auto const half = [](V v) { return v * V(1 / 128.f); };
            return {half(p.r), half(p.g) + V(1.f), choose(p.b == V(odd), V(0.f), half(p.b) + V(2.f))};
        }
    };
    template <class>
    auto of_levels() const -> of_256
    {
        return {odd};
    }
};

auto expected(std::uint8_t level, int c) -> float
{
    float const colour = static_cast<float>(level) / 255;
    return colour + colour + static_cast<float>(c);
}

template <class Run>
void check(husk::extent size, int gap, Run run)
{
    support::guarded<std::uint8_t> from(size, 3, gap);
    support::guarded<float, husk::planar> to(size, 3, gap);
    from.fill();
    run(husk::packed<std::uint8_t const>(from.view()), to.view());
    REQUIRE(to.intact());
    for (int y = 0; y < size.height; ++y)
        for (int x = 0; x < size.width; ++x)
            for (int c = 0; c < 3; ++c) REQUIRE(to.view()(x, y, c) == expected(from.view()(x, y, c), c));
}

} // namespace

TEST_CASE("bytes are recoloured into planes of any width, with gaps and without", "[kernel]")
{
    for (int width = husk::simd::real<Arch>::lanes; width <= 70; ++width)
        for (int const gap : {0, 5})
            for (int const height : {1, 3}) {
                CAPTURE(width, gap, height);
                check({width, height}, gap, [](auto from, auto to) {
                    detail::recolour_rows<Arch, detail::byte_colours>(doubling{}, from, to);
                });
                check({width, height}, gap, [](auto from, auto to) {
                    detail::recolour_rows<Arch, detail::level_colours>(doubling{}.of_levels<Arch>(), from,
                                                                       to);
                });
            }
}

TEST_CASE("what a kernel does to levels is believed when it is right for all", "[kernel]")
{
    CHECK(detail::same_of_levels<Arch>(doubling{}, doubling{}.of_levels<Arch>()));
    for (int const level : {1, 128, 255}) {
        float const wrong = 256 * (static_cast<float>(level) / 255);
        CHECK_FALSE(detail::same_of_levels<Arch>(doubling{wrong}, doubling{wrong}.of_levels<Arch>()));
        check({64, 40}, 5,
              [=](auto from, auto to) { detail::recolour_bytes<Arch>(doubling{wrong}, from, to); });
    }
    check({64, 40}, 5, [](auto from, auto to) { detail::recolour_bytes<Arch>(doubling{}, from, to); });
}
