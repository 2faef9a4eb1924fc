// SPDX-License-Identifier: MIT
#pragma once
#include <husk/io/read.hpp>

#include <filesystem>
#include <string>
#include <vector>

namespace support {

/// The bundled photographs.
inline auto photographs() -> std::vector<husk::image<std::uint8_t>>
{
    std::vector<husk::image<std::uint8_t>> all;
    for (char const* const name : {"bee", "bridge", "chelsea", "citrus", "coffee"})
        all.push_back(husk::read_image(std::filesystem::path(HUSK_ROOT) / "examples/photos" /
                                       (std::string(name) + ".jpg")));
    return all;
}

/// Pixels of a window, in memory of their own.
inline auto cropped(husk::image<std::uint8_t> const& from, husk::rect const& window)
    -> husk::image<std::uint8_t>
{
    husk::image<std::uint8_t> to(window.size, from.channels());
    for (int y = 0; y < window.size.height; ++y)
        for (int x = 0; x < window.size.width; ++x)
            for (int c = 0; c < from.channels(); ++c)
                to.view()(x, y, c) = from.view()(window.at.x + x, window.at.y + y, c);
    return to;
}

} // namespace support
