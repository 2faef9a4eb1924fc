// SPDX-License-Identifier: MIT
#include "transform/geometry.hpp"

#include <husk/transform/normalize.hpp>

using husk::normalize;
using support::contains;

namespace {

template <class T, template <class> class From, template <class> class To>
void check(husk::extent in, int channels, normalize const& t)
{
    support::guarded<T, From> source(in, channels);
    source.fill();
    support::guarded<float, To> target(in, channels);
    husk::workspace memory;
    husk::apply(t, husk::key{}, source.view(), target.view(), memory);
    REQUIRE(target.intact());
    float const full = std::integral<T> ? static_cast<float>(std::numeric_limits<T>::max()) : 1.f;
    for (int y = 0; y < in.height; ++y)
        for (int x = 0; x < in.width; ++x)
            for (int c = 0; c < channels; ++c) {
                float const v = static_cast<float>(source.view()(x, y, c)) / full;
                auto const i = static_cast<std::size_t>(c);
                float const centred = v - t.mean[i % 3];
                REQUIRE(target.view()(x, y, c) == (c == 3 ? v : centred / t.deviation[i % 3]));
            }
}

} // namespace

TEST_CASE("normalised is (colour - mean) / deviation, to the last bit", "[transform]")
{
    for (int w = 1; w <= 65; w += 4)
        for (int const channels : {1, 3, 4}) {
            check<std::uint8_t, husk::packed, husk::planar>({w, 3}, channels, {});
            check<std::uint16_t, husk::planar, husk::packed>({w, 2}, channels,
                                                             {{.1f, .2f, .3f}, {1, 2, .5f}});
            check<float, husk::packed, husk::planar>({w, 2}, channels, {});
        }
}

TEST_CASE("so are all bytes of larger images, where levels are multiplied instead", "[transform]")
{
    husk::stream g(husk::key{.seed = 4});
    normalize t; // a mean that a level has exactly, too
    for (int i = 0; i < 50; ++i) {
        check<std::uint8_t, husk::packed, husk::planar>({67, 40}, 3, t);
        for (auto& d : t.deviation) d = g.in(husk::interval<float>{.01f, 2});
        for (auto& m : t.mean) m = i % 2 ? g.in(husk::interval<float>{.1f, .9f}) : 51 / 255.f;
    }
}

TEST_CASE("the same bytes with and without wide registers, NaN included", "[transform]")
{
    auto source = support::numbered<float>({29, 5});
    source.data()[40] = std::nanf("");
    source.data()[41] = INFINITY;
    husk::image<float, husk::planar> a({29, 5}), b({29, 5});
    husk::workspace memory;
    husk::apply(normalize{}, husk::key{}, source, a, memory);
    husk::apply<husk::simd::scalar>(normalize{}, husk::key{}, source, b, memory);
    int odd = 0;
    for (std::size_t i = 0; i < a.elements(); ++i) {
        CHECK((a.data()[i] == b.data()[i] || (std::isnan(a.data()[i]) && std::isnan(b.data()[i]))));
        odd += !std::isfinite(a.data()[i]);
    }
    CHECK(odd == 2);
}

TEST_CASE("normalize says its numbers, and refuses some", "[transform]")
{
    CHECK(geometry::drawn(normalize{{0, .5f, 1}, {1, 2, 4}}, {3, 3}).describe() ==
          "normalize{0+-1, 0.5+-2, 1+-4}");
    CHECK(contains(geometry::refusal(normalize{.deviation = {1, 0, 1}}), "normalize.deviation is 0"));
    CHECK(contains(geometry::refusal(normalize{.deviation = {1, 1, -2}}), "normalize.deviation is -2"));
    CHECK(contains(geometry::refusal(normalize{.deviation = {std::nanf(""), 1, 1}}),
                   "normalize.deviation is nan"));
    CHECK(contains(geometry::refusal(normalize{.mean = {INFINITY, 0, 0}}), "normalize.mean is inf"));
    husk::image<float> const one({1, 1}, 1);
    CHECK(husk::apply(normalize{{1, 0, 0}, {2, 1, 1}}, husk::key{}, one).view()(0, 0, 0) == -.5f);
}
