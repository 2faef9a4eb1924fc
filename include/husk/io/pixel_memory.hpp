// SPDX-License-Identifier: MIT
#pragma once
#include <husk/io/decoder.hpp>

#include <vector>

namespace husk::detail {

/// Room for a picture, kept for the next one.
class pixel_memory {
public:
    auto hold(picture_shape const& s) -> std::uint8_t*
    {
        auto const n = static_cast<std::size_t>(s.size.area() * s.channels);
        if (memory_.size() < n) memory_.resize(n);
        return memory_.data();
    }

private:
    std::vector<std::uint8_t> memory_;
};

} // namespace husk::detail
