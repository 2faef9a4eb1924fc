// SPDX-License-Identifier: MIT
#include "every_transform.hpp"
#include "property/fused.hpp"

#include <functional>

// Any two of the transforms, one after the other, fused and unfused.

namespace {

using husk::extent;

/// What any of them settles into: one type, so that all pairs are one plan's.
using any =
    husk::either<husk::resample, husk::window, husk::turned, husk::projective, husk::brightness::kernel,
                 husk::brightness_shift::kernel, husk::contrast::kernel, husk::saturation::kernel,
                 husk::hue::kernel, husk::color_jitter::kernel, husk::grayscale::kernel,
                 husk::perhaps<husk::grayscale::kernel>, husk::invert::kernel, husk::solarize::kernel,
                 husk::posterize::kernel, husk::gamma::kernel, husk::autocontrast::kernel,
                 husk::equalize::kernel, husk::channel_shuffle::kernel, husk::color_matrix::kernel,
                 husk::pca_lighting::kernel, husk::normalize::kernel, husk::gaussian_blur::kernel,
                 husk::sharpness::kernel, husk::gaussian_noise::kernel, husk::random_erasing::kernel,
                 husk::cutout::kernel>;

struct one {
    char const* name;
    std::function<any(husk::key const&, extent)> draw;
};

auto all() -> std::vector<one>
{
    std::vector<one> list;
    auto const add = [&](char const* name, auto const& t) {
        list.push_back({name, [t](husk::key const& k, extent in) {
                            return any{std::get<0>(husk::draw(t, k, in).steps)};
                        }});
    };
    support::every_geometry(add);
    support::every_colour(add);
    support::every_area(add);
    return list;
}

/// Integers never overshoot: cubics and windowed sines are clipped where colours come from integers. The
/// images between unfused steps are floats, which are not.
auto overshoots(any const& k) -> bool
{
    using husk::filter;
    auto const beyond = [](filter f) {
        return f != filter::nearest && f != filter::bilinear && f != filter::area;
    };
    if (auto const* const r = std::get_if<husk::resample>(&k.chosen)) return beyond(r->kind);
    if (auto const* const p = std::get_if<husk::projective>(&k.chosen)) return beyond(p->kind);
    return false;
}

/// Two maps in a row are one resampling, which sees more than two: tests/kernel/projective.cpp.
auto are_maps(any const& a, any const& b) -> bool
{
    return std::holds_alternative<husk::projective>(a.chosen) &&
           std::holds_alternative<husk::projective>(b.chosen);
}

/// A flip before a map is a part of it: places are counted from the other end, in floats, and are off by
/// 2^-18 of a pixel at most.
auto limit_of(any const& a, any const& b) -> fused::limit
{
    auto const* const w = std::get_if<husk::window>(&a.chosen);
    bool const flips = w && (w->mirrored || w->flipped);
    return flips && std::holds_alternative<husk::projective>(b.chosen) ? fused::limit{1, 1e-5}
                                                                       : fused::limit{};
}

/// The numbered picture, as colours.
auto colours(extent in) -> husk::image<float>
{
    auto const levels = support::numbered(in);
    husk::image<float> c(in);
    for (std::size_t i = 0; i < c.elements(); ++i) c.data()[i] = static_cast<float>(levels.data()[i]) / 255;
    return c;
}

} // namespace

TEST_CASE("fused is unfused: all pairs", "[property]")
{
    auto const transforms = all();
    husk::workspace memory;
    std::uint64_t index = 0;
    int compared = 0;
    for (extent const in : {extent{29, 21}, extent{1, 5}})
        for (auto const& first : transforms)
            for (auto const& second : transforms) {
                INFO(first.name << ", then " << second.name << ", of " << to_string(in));
                auto const a = first.draw({.seed = 4, .index = ++index}, in);
                auto const b = second.draw({.seed = 4, .index = index, .view = 1}, a.size(in));
                if (are_maps(a, b)) continue;
                husk::plan<any, any> const p{{a, b}, in};
                if (!overshoots(b)) fused::check(p, support::numbered(in), memory, limit_of(a, b));
                fused::check(p, colours(in), memory, limit_of(a, b));
                ++compared;
            }
    CHECK(compared > 3500);
}
