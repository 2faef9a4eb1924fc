// SPDX-License-Identifier: MIT
#include "transform/colours.hpp"

#include <husk/transform/pca_lighting.hpp>

using support::contains;

TEST_CASE("pca_lighting shifts all colours alike, and clamps", "[transform]")
{
    husk::pca_lighting::kernel const k{{.1f, 0, -.2f}};
    colours::check(k, colours::coloured([&](colours::colour p) {
                       for (std::size_t c = 0; c < 3; ++c)
                           p[c] = colours::unit(p[c] + static_cast<double>(k.shift[c]));
                       return p;
                   }));
    CHECK(husk::pca_lighting::kernel{{.5f, 0, -.25f}}.describe() == "pca_lighting{0.5, 0, -0.25}");
}

TEST_CASE("pca_lighting's shifts have the covariance that was published", "[transform]")
{
    // Sum over the axes of axis axis^T (variance sigma)^2.
    double const variance[]{.2175, .0188, .0045};
    double const axis[3][3]{{-.5675, -.5808, -.5836}, {.7192, -.0045, -.6948}, {.4009, -.8140, .4203}};
    int const n = 4000;
    double sums[3][3]{};
    husk::pca_lighting const t{.sigma = .5f};
    for (std::uint64_t i = 0; i < n; ++i) {
        auto const s = colours::drawn(t, i).shift;
        for (std::size_t a = 0; a < 3; ++a)
            for (std::size_t b = 0; b < 3; ++b)
                sums[a][b] += static_cast<double>(s[a]) * static_cast<double>(s[b]) / n;
    }
    for (int a = 0; a < 3; ++a)
        for (int b = 0; b < 3; ++b) {
            double want = 0;
            for (int e = 0; e < 3; ++e) want += axis[e][a] * axis[e][b] * std::pow(variance[e] * .5, 2);
            CHECK(std::abs(sums[a][b] - want) < 5 * .004 * std::sqrt(2. / n) + .04 * std::abs(want));
        }
}

TEST_CASE("pca_lighting refuses impossible deviations", "[transform]")
{
    CHECK(contains(colours::refusal(husk::pca_lighting{-1}), "pca_lighting.sigma is -1"));
    CHECK(contains(colours::refusal(husk::pca_lighting{colours::nan}), "pca_lighting.sigma is nan"));
    CHECK(colours::drawn(husk::pca_lighting{0}).shift == std::array{0.f, 0.f, 0.f});
}
