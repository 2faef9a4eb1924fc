// SPDX-License-Identifier: MIT
#pragma once
#include <husk/transform/brightness.hpp>
#include <husk/transform/brightness_shift.hpp>
#include <husk/transform/contrast.hpp>
#include <husk/transform/hue.hpp>
#include <husk/transform/saturation.hpp>

#include <variant>

namespace husk {

/// How strongly a part of color_jitter acts: a strength, which stands for the interval about what changes
/// nothing, or an interval {low, high} itself.
struct jitter_strength {
    interval<float> range;
    bool is_interval;

    constexpr jitter_strength(float strength) : range{-strength, strength}, is_interval(false) {}
    constexpr jitter_strength(float low, float high) : range{low, high}, is_interval(true) {}

    friend constexpr auto operator==(jitter_strength const&, jitter_strength const&) -> bool = default;
};

/// Brightness, contrast, saturation and hue in a random order, each clamped to [0, 1] (torchvision's
/// ColorJitter). Factors are uniform in [max(0, 1 - strength), 1 + strength], the shift of the hue in
/// [-strength, strength] turns; what has strength 0 does not happen. An interval {low, high} may stand for a
/// strength. BYOL has the last three members set, SimCLR's first version too, its second the last two. Throws
/// husk::error for negative strengths, and what the parts by themselves would refuse.
struct color_jitter {
    jitter_strength brightness = 0, contrast = 0, saturation = 0, hue = 0;
    bool random_order = true;         ///< otherwise in the order above
    bool additive_brightness = false; ///< brightness_shift, by a shift in [-strength, strength]
    bool contrast_by_channel = false; ///< about each channel's own mean
    bool saturation_in_hsv = false;   ///< the S of HSV times the factor

    struct kernel;
    auto draw(stream& g, extent) const -> kernel;
};

/// The parts in the order in which they happen.
struct color_jitter::kernel {
    static constexpr int ends_walks = 1;

    using part = std::variant<husk::brightness::kernel, husk::brightness_shift::kernel,
                              husk::contrast::kernel, husk::saturation::kernel, husk::hue::kernel>;
    std::array<part, 4> parts{};
    int count = 0;

    auto size(extent in) const -> extent { return in; }

    template <class Chain>
    void join(Chain& c) const
    {
        for (int i = 0; i < count; ++i)
            std::visit(
                [&](auto const& k) {
                    if constexpr (requires { k.join(c); }) k.join(c);
                    else c.recolour(k);
                },
                parts[static_cast<std::size_t>(i)]);
    }

    auto describe() const -> std::string
    {
        std::string all;
        for (int i = 0; i < count; ++i)
            all += (i ? ", " : "") +
                   std::visit([](auto const& k) { return k.describe(); }, parts[static_cast<std::size_t>(i)]);
        return "color_jitter{" + all + "}";
    }
    friend auto operator==(kernel const&, kernel const&) -> bool = default;
};

namespace detail {

/// What a strength means where `neutral` changes nothing.
inline auto jitter_range(std::string_view argument, jitter_strength const& s, float neutral,
                         interval<float> const& bounds) -> interval<float>
{
    interval<float> range = s.range;
    if (!s.is_interval) {
        require(s.range.high >= 0, argument, s.range.high, "a strength must not be negative");
        range = {neutral + range.low, neutral + range.high};
        if (bounds.low == 0) range.low = std::max(range.low, 0.f);
    }
    require_interval(argument, range, bounds);
    return range;
}

} // namespace detail

inline auto color_jitter::draw(stream& g, extent) const -> kernel
{
    interval<float> const factors{0.f, 1000.f};
    auto const lights =
        detail::jitter_range("color_jitter.brightness", brightness, additive_brightness ? 0.f : 1.f,
                             additive_brightness ? interval{-1.f, 1.f} : factors);
    auto const contrasts = detail::jitter_range("color_jitter.contrast", contrast, 1, factors);
    auto const saturations = detail::jitter_range("color_jitter.saturation", saturation, 1, factors);
    auto const hues = detail::jitter_range("color_jitter.hue", hue, 0, {-.5f, .5f});
    // All is drawn in any case, so that no strength changes the luck of another.
    std::array<std::uint8_t, 4> order{};
    g.permutation(std::span<std::uint8_t>(order));
    float const light = g.in(lights);
    std::array<kernel::part, 4> const parts{
        additive_brightness ? kernel::part(husk::brightness_shift::kernel{light})
                            : kernel::part(husk::brightness::kernel{light}),
        husk::contrast::kernel{g.in(contrasts), contrast_by_channel},
        husk::saturation::kernel{g.in(saturations), saturation_in_hsv}, husk::hue::kernel{g.in(hues)}};
    auto const happens = [](interval<float> const& i, float neutral) {
        return !(i == interval<float>{neutral, neutral});
    };
    std::array const happen{happens(lights, additive_brightness ? 0.f : 1.f), happens(contrasts, 1),
                            happens(saturations, 1), happens(hues, 0)};
    kernel k;
    for (std::size_t i = 0; i < 4; ++i) {
        std::size_t const which = random_order ? order[i] : i;
        if (happen[which]) k.parts[static_cast<std::size_t>(k.count++)] = parts[which];
    }
    return k;
}

static_assert(transform<color_jitter>);

} // namespace husk
