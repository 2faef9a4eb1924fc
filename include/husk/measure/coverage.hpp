// SPDX-License-Identifier: MIT
#pragma once
#include <husk/core/error.hpp>
#include <husk/core/rect.hpp>
#include <husk/kernel/coordinate_map.hpp>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <span>
#include <tuple>
#include <vector>

namespace husk {

/// How evenly an output draws on its exemplars.
struct coverage {
    double used = 0;                ///< fraction of the exemplars' pixels that occur in the output
    double effective = 0;           ///< 2^H / n: the fraction that, used evenly, has the same entropy H
    double mean_reuse = 0;          ///< how often a pixel that occurs does so
    std::int64_t largest_reuse = 0; ///< how often the commonest pixel occurs

    friend auto operator==(coverage const&, coverage const&) -> bool = default;
};

namespace detail {

/// Throws husk::error unless every origin lies inside its exemplar; returns the exemplars' pixels together.
inline auto require_origins(coordinate_map const& map, std::span<rect const> exemplars) -> double
{
    require(!map.size().empty(), "map.size", map.size(), "must be positive");
    require(!exemplars.empty(), "exemplars", "empty", "must hold a rect");
    double pixels = 0;
    for (rect const& r : exemplars) {
        require(!r.size.empty(), "exemplar.size", r.size, "must be positive");
        pixels += static_cast<double>(r.size.area());
    }
    for (int y = 0; y < map.size().height; ++y)
        for (int x = 0; x < map.size().width; ++x) {
            auto const& o = map(x, y);
            require(o.exemplar >= 0 && static_cast<std::size_t>(o.exemplar) < exemplars.size(),
                    "origin.exemplar", o.exemplar, "there is no such exemplar");
            auto const& r = exemplars[static_cast<std::size_t>(o.exemplar)];
            require(o.x >= r.at.x && o.y >= r.at.y && o.x < r.right() && o.y < r.bottom(), "origin",
                    point{o.x, o.y}, "must lie inside its exemplar");
        }
    return pixels;
}

/// How often each origin that occurs does so, in the order of the origins.
inline auto count_origins(coordinate_map const& map) -> std::vector<std::int64_t>
{
    std::vector<origin> all;
    for (int y = 0; y < map.size().height; ++y)
        for (int x = 0; x < map.size().width; ++x) all.push_back(map(x, y));
    auto const order = [](origin const& o) { return std::tuple(o.exemplar, o.y, o.x); };
    std::ranges::sort(all, {}, order);
    std::vector<std::int64_t> counts;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (i == 0 || all[i] != all[i - 1]) counts.push_back(0);
        ++counts.back();
    }
    return counts;
}

} // namespace detail

/// Counts how often the output uses each pixel of each exemplar; `exemplars` are the windows of the source
/// that the map's numbers mean, in its coordinates (one rect at (0, 0) for a whole image). Where windows
/// overlap, each has pixels of its own. Throws husk::error for an origin outside its exemplar.
inline auto coverage_of(coordinate_map const& map, std::span<rect const> exemplars) -> coverage
{
    auto const pixels = detail::require_origins(map, exemplars);
    auto const counts = detail::count_origins(map);
    auto const laid = static_cast<double>(map.size().area());
    double entropy = 0; // in nats
    for (auto const n : counts) {
        auto const share = static_cast<double>(n) / laid;
        entropy -= share * std::log(share);
    }
    auto const used = static_cast<double>(counts.size());
    return {used / pixels, std::exp(entropy) / pixels, laid / used, *std::ranges::max_element(counts)};
}

/// The same with a single exemplar.
inline auto coverage_of(coordinate_map const& map, rect const& exemplar) -> coverage
{
    return coverage_of(map, std::span(&exemplar, 1));
}

} // namespace husk
