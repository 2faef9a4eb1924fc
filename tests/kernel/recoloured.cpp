// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "support.hpp"

#include <husk/pipeline/execute.hpp>
#include <husk/transform/denormalize.hpp>
#include <husk/transform/grayscale.hpp>
#include <husk/transform/hue.hpp>
#include <husk/transform/normalize.hpp>
#include <husk/transform/saturation.hpp>

namespace {

using husk::packed, husk::planar;

/// Between bytes, from bytes, into bytes and between neither, the colours are those of a pixel at a time.
template <class S, template <class> class From, class D, template <class> class To, class T>
void check(int width, T const& t)
{
    support::guarded<S, From> source({width, 2}, 3);
    support::guarded<D, To> fast({width, 2}, 3), slow({width, 2}, 3);
    source.fill();
    husk::workspace memory;
    auto const p = husk::draw(t, {.seed = 5}, {width, 2});
    husk::execute<husk::simd::best>(p, source.view(), fast.view(), memory);
    husk::execute<husk::simd::scalar>(p, source.view(), slow.view(), memory);
    REQUIRE(support::same_pixels(fast.view(), slow.view()));
    REQUIRE(fast.intact());
}

template <class T>
void check_all(T const& t)
{
    for (int width = 1; width <= 70; ++width) {
        CAPTURE(width);
        check<std::uint8_t, packed, std::uint8_t, packed>(width, t);
        check<std::uint8_t, packed, float, planar>(width, t);
        check<std::uint16_t, planar, std::uint8_t, packed>(width, t);
        check<std::uint16_t, packed, float, packed>(width, t);
        check<float, planar, std::uint8_t, packed>(width, t);
        check<float, planar, float, planar>(width, t);
    }
}

} // namespace

TEST_CASE("colours are changed between rows and bytes as one by one", "[kernel]")
{
    check_all(husk::grayscale{});
    check_all(husk::hue{});
    check_all(husk::saturation{} | husk::hue{});
    check_all(husk::hue{} | husk::normalize{});
    check_all(husk::normalize{});
    check_all(husk::denormalize{});
}
