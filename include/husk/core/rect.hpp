// SPDX-License-Identifier: MIT
#pragma once
#include <husk/core/extent.hpp>
#include <husk/core/point.hpp>

namespace husk {

/// A box of pixels: its top left corner and its size.
struct rect {
    point at;
    extent size;

    constexpr auto right() const -> std::int64_t { return std::int64_t{at.x} + size.width; }
    constexpr auto bottom() const -> std::int64_t { return std::int64_t{at.y} + size.height; }
    /// Whether all of it lies inside an image of size `whole`.
    constexpr auto inside(extent whole) const -> bool
    {
        return at.x >= 0 && at.y >= 0 && size.width >= 0 && size.height >= 0 && right() <= whole.width &&
               bottom() <= whole.height;
    }

    friend constexpr auto operator==(rect const&, rect const&) -> bool = default;
};

/// The box of size `box` in the middle of `whole`; half a pixel that is left over goes to the right and
/// below.
constexpr auto centred(extent whole, extent box) -> rect
{
    return {{(whole.width - box.width) / 2, (whole.height - box.height) / 2}, box};
}

inline auto to_string(rect const& r) -> std::string { return to_string(r.size) + " at " + to_string(r.at); }

} // namespace husk
