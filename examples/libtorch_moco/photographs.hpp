// SPDX-License-Identifier: MIT
#pragma once
#include <husk/image/image.hpp>

#include <filesystem>
#include <string>
#include <vector>

/// The photographs of FOLDER/CLASS/FILE, in the order of their names, decoded once and kept: 27 KB each at
/// 96x96 pixels.
struct photographs {
    std::vector<std::string> classes;
    std::vector<husk::image<std::uint8_t>> images;
    std::vector<std::int64_t> labels; ///< of each image, into classes

    auto size() const -> std::size_t { return images.size(); }
};

/// Throws husk::error for what is no picture, and for a folder without any.
auto read_photographs(std::filesystem::path const& folder) -> photographs;
