// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "measure/pictures.hpp"

#include <husk/measure/sliced_wasserstein.hpp>

using namespace husk;
using Catch::Matchers::WithinAbs;
using pictures::complains_about;

namespace {

// Computed by an independent implementation in numpy: with the same directions as the default, and with 2048
// directions of its own.
struct reference {
    std::vector<pictures::picture> exemplars;
    pictures::picture output;
    double same_directions, many_directions;
};

auto references() -> std::vector<reference>
{
    using namespace pictures;
    return {{{weave({48, 48}, 0), weave({40, 56}, 3)}, weave({64, 52}, 1), 4.711050224, 4.8202},
            {{scene({48, 48})}, noise({48, 48}), 35.958919259, 37.4944},
            {{scene({48, 48}), weave({48, 48}, 0)}, scene({60, 60}), 17.522175096, 18.7336}};
}

auto views(std::vector<pictures::picture> const& images) -> std::vector<measured>
{
    return {images.begin(), images.end()};
}

auto moved_by(measured v, int k) -> pictures::picture
{
    return pictures::paint(v.size, v.channels, [&](int x, int y, int c) { return v(x, y, c) / 2 + k; });
}

} // namespace

TEST_CASE("the sliced Wasserstein distance agrees with the implementation in numpy", "[measure]")
{
    for (auto const& r : references()) {
        auto const exemplars = views(r.exemplars);
        auto const ours = sliced_wasserstein(exemplars, r.output.view());
        CHECK_THAT(ours, WithinAbs(r.same_directions, 1e-6));
        CHECK_THAT(ours, WithinAbs(r.many_directions, .1 * r.many_directions));
        CHECK_THAT(sliced_wasserstein(exemplars, r.output.view(), {.projections = 256}),
                   WithinAbs(r.many_directions, .08 * r.many_directions));
    }
}

TEST_CASE("an image is at no distance from itself, and at the same from its copies together", "[measure]")
{
    auto const channels = GENERATE(1, 3, 4);
    auto const p = pictures::scene({33, 40}, channels), q = pictures::noise({31, 29}, channels);
    measured const a = p.view(), b = q.view();
    sliced_wasserstein_options const few{.projections = 8};
    CHECK(sliced_wasserstein(a, a, few) == 0);
    auto const apart = sliced_wasserstein(a, b, few);
    CHECK(apart > 10);
    CHECK_THAT(sliced_wasserstein(b, a, few), WithinAbs(apart, 1e-9));
}

TEST_CASE("a brighter image is as far away as its patches are moved along the directions", "[measure]")
{
    auto const p = pictures::scene({30, 28}), a = moved_by(p.view(), 10), b = moved_by(p.view(), 35);
    auto const directions = detail::unit_directions(147, 64, 5);
    double mean = 0;
    for (auto d = directions.begin(); d != directions.end(); d += 147) {
        double sum = 0;
        for (int i = 0; i < 147; ++i) sum += d[i];
        mean += std::abs(sum) / 64;
    }
    CHECK_THAT(sliced_wasserstein(a.view(), b.view(), {.seed = 5}), WithinAbs(25 * mean, 1e-9));
}

TEST_CASE("directions have length one and no preference", "[measure]")
{
    constexpr int dimensions = 5, count = 4000;
    auto const all = detail::unit_directions(dimensions, count, 1);
    REQUIRE(all.size() == dimensions * count);
    double mean[dimensions] = {}, square[dimensions] = {};
    for (std::size_t i = 0; i < all.size(); i += dimensions) {
        double length = 0;
        for (std::size_t k = 0; k < dimensions; ++k) {
            length += all[i + k] * all[i + k];
            mean[k] += all[i + k] / count;
            square[k] += all[i + k] * all[i + k] / count;
        }
        REQUIRE_THAT(length, WithinAbs(1, 1e-12));
    }
    for (int k = 0; k < dimensions; ++k) {
        CHECK_THAT(mean[k], WithinAbs(0, .03));
        CHECK_THAT(square[k], WithinAbs(1. / dimensions, .02));
    }
    CHECK(all == detail::unit_directions(dimensions, count, 1));
    CHECK(all != detail::unit_directions(dimensions, count, 2));
}

TEST_CASE("the default directions see brightness as many directions do", "[measure]")
{
    auto const directions = detail::unit_directions(147, 64, sliced_wasserstein_options{}.seed);
    double mean = 0;
    for (auto d = directions.begin(); d != directions.end(); d += 147) {
        double sum = 0;
        for (int i = 0; i < 147; ++i) sum += d[i];
        mean += std::abs(sum) / 64;
    }
    // The sum over a direction is nearly normal with variance one.
    CHECK_THAT(mean, WithinAbs(std::sqrt(2 / std::numbers::pi), .04));
}

TEST_CASE("quantiles lie on the line between their neighbours", "[measure]")
{
    std::vector<double> const v{1, 2, 4};
    CHECK_THAT(detail::quantile(v, 0), WithinAbs(1, 0));
    CHECK_THAT(detail::quantile(v, .25), WithinAbs(1.5, 1e-12));
    CHECK_THAT(detail::quantile(v, .75), WithinAbs(3, 1e-12));
    CHECK_THAT(detail::quantile(v, 1), WithinAbs(4, 0));
    std::vector<double> a{3, 1, 2}, b{7, 5, 6};
    CHECK_THAT(detail::distance_on_the_line(a, b), WithinAbs(4, 1e-9));
}

TEST_CASE("a large image is sampled on a lattice", "[measure]")
{
    CHECK(detail::lattice_step({10, 10}, 100) == 1);
    CHECK(detail::lattice_step({10, 10}, 99) == 2);
    CHECK(detail::lattice_step({10, 10}, 1) == 10);
    auto const p = pictures::weave({96, 96}, 0), q = pictures::weave({96, 96}, 2);
    auto const all = sliced_wasserstein(p.view(), q.view(), {.projections = 16});
    auto const some = sliced_wasserstein(p.view(), q.view(), {.projections = 16, .patches = 2000});
    CHECK(all != some);
    CHECK_THAT(some, WithinAbs(all, 1));
}

TEST_CASE("the sliced Wasserstein distance rejects what it cannot measure", "[measure]")
{
    auto const p = pictures::noise({28, 28});
    measured const good = p.view();
    CHECK(sliced_wasserstein(good, good) == 0);
    auto const with = [&](measured e, measured o, sliced_wasserstein_options const& options) {
        return [=] { sliced_wasserstein(e, o, options); };
    };
    CHECK(complains_about("output.size", with(good, good.crop({{}, {27, 28}}), {})));
    CHECK(complains_about("exemplar.size", with(good.crop({{}, {28, 27}}), good, {})));
    CHECK(complains_about("output.data", with(good, {}, {})));
    CHECK(complains_about("projections is 0", with(good, good, {.projections = 0})));
    CHECK(complains_about("patches is -1", with(good, good, {.patches = -1})));
    CHECK(complains_about("exemplars", [&] { sliced_wasserstein(std::span<measured const>{}, good); }));
}
