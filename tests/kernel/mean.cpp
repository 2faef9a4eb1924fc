// SPDX-License-Identifier: MIT
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
