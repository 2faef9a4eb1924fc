// SPDX-License-Identifier: MIT
#pragma once
#include <husk/core/error.hpp>
#include <husk/kernel/coordinate_map.hpp>

#include <cstdint>
#include <cstdlib>
#include <optional>

namespace husk {

namespace detail {

/// A difference of origins; wide, so that no two places are too far apart.
struct source_step {
    std::int64_t x, y;

    auto unit() const -> bool { return std::abs(x) + std::abs(y) == 1; }
    friend auto operator==(source_step const&, source_step const&) -> bool = default;
};

/// The step in the source from the origin of p to that of p + d; none outside the map, or when they come
/// from different exemplars.
inline auto source_step_at(coordinate_map const& map, point p, point d) -> std::optional<source_step>
{
    if (!rect{p, {1 + d.x, 1 + d.y}}.inside(map.size())) return {};
    auto const &a = map(p.x, p.y), &b = map(p.x + d.x, p.y + d.y);
    if (a.exemplar != b.exemplar) return {};
    return source_step{std::int64_t{b.x} - a.x, std::int64_t{b.y} - a.y};
}

} // namespace detail

/// Whether the neighbours p and p + d of the output, d being (1, 0) or (0, 1), belong together in the source
/// too: they come from the same exemplar and make the same step there. In pieces that were turned the step
/// is another one of length one, and the pair before or behind must make it as well.
inline auto coherent(coordinate_map const& map, point p, point d) -> bool
{
    auto const step = detail::source_step_at(map, p, d);
    if (!step) return false;
    if (*step == detail::source_step{d.x, d.y}) return true;
    return step->unit() &&
           (detail::source_step_at(map, p - d, d) == step || detail::source_step_at(map, p + d, d) == step);
}

/// Calls visit(p, q, coherent) for all pairs of neighbours: each pixel with that to its right and that below.
template <class Visit>
void for_each_pair(coordinate_map const& map, Visit visit)
{
    auto const pair = [&](point p, point d) {
        if (rect{p + d, {1, 1}}.inside(map.size())) visit(p, p + d, coherent(map, p, d));
    };
    for (int y = 0; y < map.size().height; ++y)
        for (int x = 0; x < map.size().width; ++x) {
            pair({x, y}, {1, 0});
            pair({x, y}, {0, 1});
        }
}

} // namespace husk
