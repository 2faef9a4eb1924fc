// SPDX-License-Identifier: MIT
#include "support.hpp"
#include "transform/colours.hpp"

#include <husk/kernel/mean.hpp>

namespace {

struct means {
    float luma;
    std::array<float, 3> colour;

    friend auto operator==(means const&, means const&) -> bool = default;
};

template <class Arch, husk::view V>
auto means_of(V v) -> means
{
    husk::workspace memory;
    auto room = memory.fit(1 << 20);
    husk::chain<Arch, V> c(v, husk::content::colours, room);
    auto const luma = husk::mean_luma(c);
    return {luma, husk::mean_colour(c)};
}

} // namespace

TEST_CASE("means are right within 2^-18, and the same in registers", "[kernel]")
{
    for (int width = 1; width <= 65; ++width)
        for (int const channels : {1, 3, 4}) {
            auto source =
                colours::picture<float, husk::planar>({width, 3}, channels, static_cast<unsigned>(width));
            auto const v = husk::detail::as_const(source.view());
            auto const got = means_of<husk::simd::best>(v);
            CHECK(got == means_of<husk::simd::scalar>(v));
            double luma = 0;
            colours::colour mean{};
            for (auto const& p : colours::read(v)) {
                luma += (channels == 1 ? p[0] : colours::luma(p)) / (width * 3);
                for (std::size_t c = 0; c < 3; ++c) mean[c] += p[c] / (width * 3);
            }
            CHECK(std::abs(luma - static_cast<double>(got.luma)) < 0x1p-18);
            for (std::size_t c = 0; c < 3; ++c)
                CHECK(std::abs(mean[c] - static_cast<double>(got.colour[c])) < 0x1p-18);
        }
}

TEST_CASE("means of bytes are exact, of their colours too", "[kernel]")
{
    for (int width = 1; width <= 65; ++width) {
        auto const source = support::numbered({width, 9});
        auto const v = husk::detail::as_const(source.view());
        auto const got = means_of<husk::simd::best>(v);
        CHECK(got == means_of<husk::simd::scalar>(v));
        husk::image<std::uint8_t, husk::planar> planes({width, 9});
        double sum[3]{};
        for (int y = 0; y < 9; ++y)
            for (int x = 0; x < width; ++x)
                for (int c = 0; c < 3; ++c) sum[c] += planes.view()(x, y, c) = v(x, y, c);
        auto const colours = means_of<husk::simd::best>(husk::detail::as_const(planes.view()));
        double const count = 255. * 9 * width;
        auto const luma = (.2989 * sum[0] + .587 * sum[1] + .114 * sum[2]) / count;
        CHECK(std::abs(luma - double{got.luma}) < 1e-7);
        CHECK(std::abs(double{colours.luma} - double{got.luma}) < 0x1p-18);
        for (std::size_t c = 0; c < 3; ++c) {
            CHECK(got.colour[c] == static_cast<float>(sum[c] / count));
            CHECK(std::abs(double{colours.colour[c]} - double{got.colour[c]}) < 0x1p-18);
        }
    }
}

TEST_CASE("a mean of many large values is exact", "[kernel]")
{
    for (float const value : {8.f, -8.f, .25f}) {
        husk::exact_mean<husk::simd::best> mean;
        for (int i = 0; i < 3; ++i)
            mean.add(100003, false, [&](int) { return husk::simd::real<husk::simd::best>(value); });
        CHECK(mean.over(3 * 100003) == value);
    }
}

TEST_CASE("what is no colour does not poison a mean", "[kernel]")
{
    husk::image<float> i({4, 1}, 1);
    i.view()(0, 0, 0) = colours::nan, i.view()(1, 0, 0) = colours::infinity;
    i.view()(2, 0, 0) = -colours::infinity, i.view()(3, 0, 0) = 1;
    CHECK(means_of<husk::simd::best>(husk::detail::as_const(i.view())).luma == .25f);
}
