// SPDX-License-Identifier: MIT
#include "photographs.hpp"

#include <husk/io/read.hpp>
#include <husk/io/stb_implementation.hpp>

#include <algorithm>

namespace fs = std::filesystem;

namespace {

/// Names in an order that is the same in every file system.
auto sorted(fs::path const& folder) -> std::vector<fs::path>
{
    std::vector<fs::path> all;
    for (auto const& entry : fs::directory_iterator(folder))
        if (!entry.path().filename().string().starts_with('.')) all.push_back(entry.path());
    std::sort(all.begin(), all.end());
    return all;
}

} // namespace

auto read_photographs(fs::path const& folder) -> photographs
{
    photographs p;
    for (auto const& category : sorted(folder)) {
        if (!fs::is_directory(category)) continue;
        for (auto const& file : sorted(category)) {
            p.images.push_back(husk::read_image(file, {.channels = 3}));
            p.labels.push_back(static_cast<std::int64_t>(p.classes.size()));
        }
        p.classes.push_back(category.filename().string());
    }
    if (p.images.empty())
        throw husk::error("husk: DATA: there are no photographs in " + folder.string() + "/CLASS/");
    return p;
}
