// SPDX-License-Identifier: MIT
#pragma once
#include "support.hpp"

#include <husk/kernel/level_table.hpp>

namespace support {

/// Every level in three channels, and what the kernels make of them, one after the other.
template <class Arch, class... Ks>
auto changed_levels(husk::arena& memory, Ks const&... k) -> husk::row_source
{
    husk::row_source rows{{husk::detail::level_count, 1}};
    rows.bytes = {husk::detail::ramp.data(), rows.size};
    ((husk::detail::carry_levels<Arch>(k, husk::row_source(rows), rows, memory)), ...);
    return rows;
}

/// How many of the changes that were tried lie on lines.
struct lines_found {
    int lines = 0, all = 0;
};

/// Looks for a Line in what the kernels make of the levels, which it must make too.
template <class Line, class Arch, class... Ks>
void look_for_line(lines_found& found, Ks const&... k)
{
    std::vector<std::byte> room(1 << 16);
    husk::arena memory(room);
    auto const rows = changed_levels<Arch>(memory, k...);
    auto const expected = husk::detail::packed_levels<Arch>(rows.levels);
    ++found.all;
    auto const line = Line::through(rows.levels, expected);
    if (!line) return;
    ++found.lines;
    husk::detail::level_bytes got{};
    (*line)(husk::detail::ramp.data(), got.data(), got.size());
    REQUIRE(got == expected);
}

/// A change of one level of one channel: whatever else lies on a line, this does not.
struct one_level_off {
    template <class V>
    auto operator()(husk::rgb<V> p) const -> husk::rgb<V>
    {
        auto const here = choose(p.g < .5f, V(0.f), choose(p.g < .504f, V(.1f), V(0.f)));
        return {p.r, p.g + here, p.b};
    }
    friend auto operator==(one_level_off const&, one_level_off const&) -> bool = default;
};

} // namespace support
