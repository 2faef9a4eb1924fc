// SPDX-License-Identifier: MIT
#include "transform/colours.hpp"

#include <husk/transform/color_matrix.hpp>

TEST_CASE("color_matrix mixes channels and clamps", "[transform]")
{
    husk::color_matrix const sepia{
        {.393f, .769f, .189f, 0}, {.349f, .686f, .168f, -.1f}, {-.3f, .5f, .1f, .2f}};
    colours::check(colours::drawn(sepia), colours::coloured([&](colours::colour const& p) {
                       colours::colour out{};
                       for (std::size_t i = 0; i < 3; ++i) {
                           auto const& m = i == 0 ? sepia.red : i == 1 ? sepia.green : sepia.blue;
                           double sum = static_cast<double>(m[3]);
                           for (std::size_t j = 0; j < 3; ++j) sum += static_cast<double>(m[j]) * p[j];
                           out[i] = colours::unit(sum);
                       }
                       return out;
                   }));
    colours::check(colours::drawn(husk::color_matrix{}), colours::each([](double c) { return c; }), 1e-7);
}

TEST_CASE("color_matrix refuses what is not finite", "[transform]")
{
    husk::color_matrix t;
    t.green[2] = colours::nan;
    CHECK(support::contains(colours::refusal(t), "color_matrix.green is nan"));
    CHECK(colours::drawn(husk::color_matrix{}).describe() ==
          "color_matrix{1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0}");
}
