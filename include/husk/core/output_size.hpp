// SPDX-License-Identifier: MIT
#pragma once
#include <husk/core/extent.hpp>

namespace husk {

/// How large an output is to be: `.size = 224` is a square, `.size = {320, 240}` 320 wide and 240 high.
struct output_size {
    int width = 0, height = 0;

    constexpr output_size() = default;
    constexpr output_size(int side) : width(side), height(side) {}
    constexpr output_size(int w, int h) : width(w), height(h) {}
    constexpr output_size(extent e) : width(e.width), height(e.height) {}
    constexpr operator extent() const { return {width, height}; }

    friend constexpr auto operator==(output_size const&, output_size const&) -> bool = default;
};

inline auto to_string(output_size s) -> std::string { return to_string(extent(s)); }

} // namespace husk
