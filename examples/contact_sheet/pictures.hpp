// SPDX-License-Identifier: MIT
#pragma once
#include <husk/image/image.hpp>

#include <filesystem>
#include <vector>

struct picture {
    std::string name; ///< of the file, without its extension
    husk::image<std::uint8_t> pixels;
};

/// At most `most` pictures of a folder and the folders in it, spread evenly over the sorted paths, in RGB.
/// What cannot be read is said and left out.
auto pictures_in(std::filesystem::path const& folder, std::size_t most) -> std::vector<picture>;
