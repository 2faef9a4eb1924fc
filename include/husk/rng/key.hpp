// SPDX-License-Identifier: MIT
#pragma once
#include <husk/core/error.hpp>

#include <cstdint>

namespace husk {

/// The address of one sample's luck: the same key gives the same pixels on any machine, with any number of
/// threads, in any order.
struct key {
    std::uint64_t seed = 0;  ///< of the run
    std::uint32_t epoch = 0; ///< how often the data set has been passed
    std::uint64_t index = 0; ///< of the image in the data set
    std::uint32_t view = 0;  ///< query, key, negative 0, negative 1, ...

    friend constexpr auto operator==(key const&, key const&) -> bool = default;
};

inline auto to_string(key const& k) -> std::string
{
    return "{seed " + std::to_string(k.seed) + ", epoch " + std::to_string(k.epoch) + ", index " +
           std::to_string(k.index) + ", view " + std::to_string(k.view) + "}";
}

} // namespace husk
