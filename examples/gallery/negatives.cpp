// SPDX-License-Identifier: MIT
#include "negatives.hpp"

#include <array>
#include <iomanip>
#include <ostream>

namespace {

constexpr husk::extent size{224, 224};

/// The windows of the source that the exemplars of a kernel mean: a texture negative has two.
template <class Kernel>
auto windows_of(Kernel const& k, husk::extent in) -> std::vector<husk::rect>
{
    if constexpr (requires { k.exemplars; }) {
        std::vector<husk::rect> windows;
        for (auto const& e : k.exemplars) windows.push_back(e.window);
        return windows;
    } else return {husk::rect{{}, in}};
}

template <husk::transform T>
auto of(std::string name, T const& t, bool scale) -> generator
{
    return {std::move(name), [=](picture const& photo, std::uint64_t index) {
                picture const source = scale ? scaled(photo) : photo;
                auto const plan = husk::draw(t, {.index = index}, source.size());
                measured_negative made{picture(plan.size()), {}};
                husk::workspace memory;
                auto const map = husk::trace(plan, source, made.pixels, memory);
                made.figures = husk::report_on(source, windows_of(std::get<0>(plan.steps), source.size()),
                                               made.pixels.view(), map, {.block = husk::quilt{}.block});
                return made;
            }};
}

struct column {
    int decimals;
    double (*value)(husk::report const&);
};

constexpr std::array columns{
    column{1, [](husk::report const& r) { return r.sliced_wasserstein; }},
    column{1, [](husk::report const& r) { return r.power_spectrum; }},
    column{2, [](husk::report const& r) { return r.layout; }},
    column{2, [](husk::report const& r) { return r.seam_ratio; }},
    column{2, [](husk::report const& r) { return r.repetition; }},
    column{0, [](husk::report const& r) { return 100 * r.exemplars.used; }},
    column{1, [](husk::report const& r) { return 100 * r.copied.largest_component; }},
};

} // namespace

auto scaled(picture const& photo) -> picture
{
    return husk::apply(husk::resize{.shorter = size.width} | husk::center_crop{.size = size.width}, {},
                       photo);
}

auto generators() -> std::vector<generator>
{
    return {of("patch_negative", husk::patch_negative{}, true),
            of("grid_shuffle", husk::grid_shuffle{}, true),
            of("grid_shuffle_turned", husk::grid_shuffle{.pixels = 32, .rotate = true}, true),
            of("texture_negative", husk::texture_negative{}, false),
            of("quilt", husk::quilt{.size = size}, false)};
}

void print_measures(std::ostream& out, std::vector<picture> const& photos)
{
    constexpr std::uint64_t keys = 2;
    auto const draws = static_cast<double>(photos.size() * keys);
    for (auto const& g : generators()) {
        std::array<double, columns.size()> sums{};
        for (auto const& photo : photos)
            for (std::uint64_t i = 0; i < keys; ++i) {
                auto const figures = g.make(photo, i).figures;
                for (std::size_t c = 0; c < columns.size(); ++c) sums[c] += columns[c].value(figures);
            }
        out << "| `" << g.name << '`' << std::fixed;
        for (std::size_t c = 0; c < columns.size(); ++c)
            out << " | " << std::setprecision(columns[c].decimals) << sums[c] / draws;
        out << " |\n";
    }
}
