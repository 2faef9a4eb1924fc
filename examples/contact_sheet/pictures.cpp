// SPDX-License-Identifier: MIT
#include "pictures.hpp"

#include <husk/io/read.hpp>

#include <array>
#include <cctype>
#include <iostream>

namespace fs = std::filesystem;

namespace {

auto is_picture(fs::directory_entry const& entry) -> bool
{
    auto extension = entry.path().extension().string();
    for (char& c : extension) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    constexpr std::array known{".jpg", ".jpeg", ".png", ".bmp"};
    return std::find(known.begin(), known.end(), extension) != known.end();
}

auto paths_in(fs::path const& folder) -> std::vector<fs::path>
{
    std::vector<fs::path> paths;
    std::error_code failure;
    auto entry =
        fs::recursive_directory_iterator(folder, fs::directory_options::skip_permission_denied, failure);
    for (; !failure && entry != fs::recursive_directory_iterator(); entry.increment(failure))
        if (is_picture(*entry)) paths.push_back(entry->path());
    if (failure) std::cerr << folder.string() << ": " << failure.message() << '\n';
    std::sort(paths.begin(), paths.end());
    return paths;
}

} // namespace

auto pictures_in(fs::path const& folder, std::size_t most) -> std::vector<picture>
{
    auto const paths = paths_in(folder);
    auto const taken = std::min(most, paths.size());
    if (taken < paths.size()) std::cerr << "Taking " << taken << " of " << paths.size() << " pictures.\n";
    std::vector<picture> pictures;
    for (std::size_t i = 0; i < taken; ++i) try {
            auto const& path = paths[i * paths.size() / taken];
            pictures.push_back({path.stem().string(), husk::read_image(path, {.channels = 3})});
        } catch (husk::error const& e) {
            std::cerr << e.what() << '\n';
        }
    return pictures;
}
