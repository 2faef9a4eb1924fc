// SPDX-License-Identifier: MIT
#pragma once
#include <husk/husk.hpp>

#include <functional>
#include <string>
#include <vector>

using picture = husk::image<std::uint8_t>;

/// A picture of the gallery: its name, and how it is made of a photograph (and of another, where two are
/// needed).
struct entry {
    std::string name;
    std::function<picture(picture const& photo, picture const& other)> make;
};

/// All that the documentation shows, in its order.
auto entries() -> std::vector<entry>;
