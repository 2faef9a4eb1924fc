// SPDX-License-Identifier: MIT
#pragma once

namespace husk {

/// A place between pixels: (0, 0) is the image's top left corner, (.5, .5) the middle of its first pixel, x
/// to the right, y down.
struct position {
    float x = 0, y = 0;

    friend constexpr auto operator==(position const&, position const&) -> bool = default;
};

} // namespace husk
