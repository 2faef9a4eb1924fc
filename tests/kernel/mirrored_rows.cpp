// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "support.hpp"

#include <husk/kernel/mirrored_rows.hpp>
#include <husk/pipeline/execute.hpp>
#include <husk/transform/flip.hpp>
#include <husk/transform/gaussian_blur.hpp>
#include <husk/transform/invert.hpp>
#include <husk/transform/normalize.hpp>

namespace {

using husk::extent, husk::window, husk::simd::best, husk::simd::scalar;

auto whole(extent in, bool mirrored, bool flipped) -> window { return {in, {{}, in}, mirrored, flipped}; }

/// What the kernels make of an image, in one plan, is what they make one by one.
template <class T, template <class> class To, class Arch, husk::kernel... Ks>
void check(extent size, int channels, Ks const&... ks)
{
    auto const source = support::numbered(size, channels);
    husk::workspace memory;
    husk::image<float, husk::planar> step(size, channels), next(size, channels);
    for (int y = 0; y < size.height; ++y)
        for (int x = 0; x < size.width; ++x)
            for (int c = 0; c < channels; ++c)
                step.view()(x, y, c) = static_cast<float>(source.view()(x, y, c)) / 255;
    auto const one = [&](auto const& k) {
        husk::execute<scalar>(husk::plan<std::remove_cvref_t<decltype(k)>>{{k}, size}, step, next, memory);
        std::swap(step, next);
    };
    (one(ks), ...);
    support::guarded<T, To> expected(size, channels), got(size, channels);
    husk::execute<scalar>(husk::plan<>{{}, size}, step, expected.view(), memory);
    husk::execute<Arch>(husk::plan<Ks...>{{ks...}, size}, source, got.view(), memory);
    INFO(to_string(size) << " x " << channels);
    REQUIRE(support::same_pixels(got.view(), expected.view()));
    REQUIRE(got.intact());
}

template <class Arch, husk::kernel... Ks>
void check_elements(extent size, int channels, Ks const&... ks)
{
    check<float, husk::planar, Arch>(size, channels, ks...);
    check<std::uint8_t, husk::packed, Arch>(size, channels, ks...);
    check<std::uint16_t, husk::planar, Arch>(size, channels, ks...);
}

/// For all ways to mirror; before them `first`, after them others.
template <class First>
void check_all(First const& first)
{
    husk::normalize::kernel const last{{.485f, .456f, .406f}, {.229f, .224f, .225f}};
    for (int width = 1; width <= 70; ++width)
        for (int const channels : {1, 3, 4}) {
            extent const size{width, 5};
            auto const w = whole(size, width % 4 != 0, width % 3 == 0);
            check_elements<best>(size, channels, first, w);
            check_elements<best>(size, channels, first, w, last);
            check_elements<best>(size, channels, first, w, whole(size, true, false), last);
            check_elements<scalar>(size, channels, first, w, last);
        }
    for (int const width : {32, 96, 224})
        check_elements<best>({width, 9}, 3, first, whole({width, 9}, true, true), last);
}

} // namespace

TEST_CASE("whole images are mirrored between kernels, as by themselves", "[kernel]")
{
    check_all(husk::invert::kernel{});
}

TEST_CASE("what was rounded to levels is mirrored and recoloured as colours are", "[kernel]")
{
    check_all(husk::gaussian_blur::kernel{.8f, 0, husk::border::edge, husk::blur_method::three_boxes});
}

TEST_CASE("rows from right to left are known by those who would mirror them", "[kernel]")
{
    husk::row_source const before{{8, 2}, 3};
    using husk::mirrored_rows;
    CHECK(mirrored_rows{before, true, false}.has_mirrored<best>());
    CHECK_FALSE(mirrored_rows{before, false, true}.has_mirrored<best>());
    CHECK_FALSE(mirrored_rows{before, true, false}.has_levels<best>());
    CHECK_FALSE(mirrored_rows{before, true, false}.has_pixels<best>());
}
