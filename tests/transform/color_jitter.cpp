// SPDX-License-Identifier: MIT
#include "transform/colours.hpp"

#include <husk/transform/color_jitter.hpp>
#include <husk/transform/maybe.hpp>

#include <map>

using support::contains;

namespace {

using kernel = husk::color_jitter::kernel;

/// The part of type K, wherever it stands.
template <class K>
auto part(kernel const& k) -> K
{
    for (std::size_t i = 0; i < static_cast<std::size_t>(k.count); ++i)
        if (auto const* p = std::get_if<K>(&k.parts[i])) return *p;
    return {};
}

/// The order of the parts: their numbers as digits.
auto order(kernel const& k) -> std::string
{
    std::string digits;
    for (std::size_t i = 0; i < static_cast<std::size_t>(k.count); ++i)
        digits += std::to_string(k.parts[i].index());
    return digits;
}

constexpr husk::color_jitter usual{.4f, .4f, .2f, .1f};

} // namespace

TEST_CASE("color_jitter is its parts, one after the other", "[transform]")
{
    husk::color_jitter const t{.brightness = {1.2f, 1.2f},
                               .contrast = {.7f, .7f},
                               .saturation = {1.5f, 1.5f},
                               .hue = {.1f, .1f},
                               .random_order = false};
    auto const parts = husk::brightness{{1.2f, 1.2f}} | husk::contrast{{.7f, .7f}} |
                       husk::saturation{{1.5f, 1.5f}} | husk::hue{{.1f, .1f}};
    auto const source = support::numbered<std::uint16_t>({45, 13}, 4);
    CHECK(husk::apply(t, husk::key{}, source) == husk::apply(parts, husk::key{}, source));
    static_assert(decltype(husk::draw(t, husk::key{}, {}))::walks == 2);
}

TEST_CASE("color_jitter in BYOL's way is its parts too", "[transform]")
{
    husk::color_jitter const t{.brightness = {.2f, .2f},
                               .contrast = {.7f, .7f},
                               .saturation = {1.5f, 1.5f},
                               .hue = {.1f, .1f},
                               .random_order = false,
                               .additive_brightness = true,
                               .contrast_by_channel = true,
                               .saturation_in_hsv = true};
    auto const parts = husk::brightness_shift{{.2f, .2f}} | husk::contrast{{.7f, .7f}, true} |
                       husk::saturation{{1.5f, 1.5f}, true} | husk::hue{{.1f, .1f}};
    auto const source = support::numbered({45, 13});
    CHECK(husk::apply(t, husk::key{}, source) == husk::apply(parts, husk::key{}, source));
}

TEST_CASE("color_jitter draws as torchvision does", "[transform]")
{
    auto const drawn = [](auto i) { return colours::drawn(usual, i); };
    using colours::uniform;
    CHECK(uniform(.6, 1.4, [&](auto i) { return part<husk::brightness::kernel>(drawn(i)).factor; }));
    CHECK(uniform(.6, 1.4, [&](auto i) { return part<husk::contrast::kernel>(drawn(i)).factor; }));
    CHECK(uniform(.8, 1.2, [&](auto i) { return part<husk::saturation::kernel>(drawn(i)).factor; }));
    CHECK(uniform(-.1, .1, [&](auto i) { return part<husk::hue::kernel>(drawn(i)).shift; }));
    husk::color_jitter const strong{2, 0, 0, 0}, additive{.brightness = .4f, .additive_brightness = true};
    CHECK(uniform(0, 3,
                  [&](auto i) { return part<husk::brightness::kernel>(colours::drawn(strong, i)).factor; }));
    CHECK(uniform(-.4, .4, [&](auto i) {
        return part<husk::brightness_shift::kernel>(colours::drawn(additive, i)).shift;
    }));
}

TEST_CASE("color_jitter draws its parts independently", "[transform]")
{
    double products[3]{};
    int const n = 4000;
    for (std::uint64_t i = 0; i < n; ++i) {
        auto const k = colours::drawn(usual, i);
        double const b = static_cast<double>(part<husk::brightness::kernel>(k).factor) - 1;
        double const c = static_cast<double>(part<husk::contrast::kernel>(k).factor) - 1;
        double const s = static_cast<double>(part<husk::saturation::kernel>(k).factor) - 1;
        products[0] += b * c / (.16 / 3), products[1] += c * s / (.08 / 3);
        products[2] += b * (order(k).front() == '0' ? 3 : -1) / (.4 / 1); // deviation of either below 1.8
    }
    for (double const p : products) CHECK(std::abs(p) < 5 * std::sqrt(n));
}

TEST_CASE("all 24 orders are equally likely", "[transform]")
{
    std::map<std::string, int> seen;
    int const n = 4800;
    for (std::uint64_t i = 0; i < n; ++i) ++seen[order(colours::drawn(usual, i))];
    CHECK(seen.size() == 24);
    double squares = 0;
    for (auto const& [name, count] : seen) squares += (count - n / 24.) * (count - n / 24.) / (n / 24.);
    CHECK(squares < 70); // chi-square with 23 degrees exceeds that once in a million
}

TEST_CASE("what has strength 0 does not happen, and changes no other's luck", "[transform]")
{
    auto const all = colours::drawn(usual), some = colours::drawn(husk::color_jitter{.4f, 0, .2f, 0});
    CHECK(order(some).size() == 2);
    CHECK(part<husk::saturation::kernel>(all) == part<husk::saturation::kernel>(some));
    CHECK(colours::drawn(husk::color_jitter{}).describe() == "color_jitter{}");
    CHECK(colours::drawn(husk::color_jitter{.hue = {.25f, .25f}}).describe() == "color_jitter{hue{0.25}}");
    auto const source = support::numbered({9, 9});
    CHECK(husk::apply(husk::color_jitter{}, husk::key{}, source) == source);
}

TEST_CASE("color_jitter happens to images and not to labels", "[transform]")
{
    colours::check(colours::drawn(husk::color_jitter{.brightness = {.5f, .5f}}),
                   colours::each([](double c) { return c / 2; }));
    auto const view = husk::maybe(.8f, usual);
    auto const source = support::numbered({9, 9});
    auto mask = source;
    husk::workspace memory;
    for (std::uint64_t i = 0; i < 9; ++i) {
        husk::execute_mask(husk::draw(view, husk::key{.index = i}, {9, 9}), source, mask, memory);
        CHECK(mask == source);
    }
}

TEST_CASE("color_jitter refuses impossible strengths", "[transform]")
{
    using husk::color_jitter;
    CHECK(contains(colours::refusal(color_jitter{-.1f}), "color_jitter.brightness is -0.1"));
    CHECK(contains(colours::refusal(color_jitter{.contrast = colours::nan}), "color_jitter.contrast is nan"));
    CHECK(contains(colours::refusal(color_jitter{.saturation = {1.5f, .5f}}),
                   "color_jitter.saturation is [1.5, 0.5]"));
    CHECK(contains(colours::refusal(color_jitter{.hue = .6f}), "color_jitter.hue is [-0.6"));
    CHECK(contains(colours::refusal(color_jitter{.brightness = 1.5f, .additive_brightness = true}),
                   "color_jitter.brightness is [-1.5, 1.5]: must lie in [-1, 1]"));
}
