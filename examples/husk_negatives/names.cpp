// SPDX-License-Identifier: MIT
#include "names.hpp"

#include <unordered_map>

namespace {

auto without_extension(std::string const& path) -> std::string { return path.substr(0, path.rfind('.')); }

} // namespace

auto names_for(std::vector<std::string> const& pictures) -> std::vector<std::string>
{
    std::vector<std::string> names;
    for (auto const& p : pictures) names.push_back(without_extension(p));
    // A name that was lengthened may meet another short one (a.jpg, a.bmp, a.jpg.png): until none meet.
    for (bool settled = false; !settled;) {
        settled = true;
        std::unordered_map<std::string, int> claims;
        for (auto const& n : names) ++claims[n];
        for (std::size_t i = 0; i < names.size(); ++i)
            if (claims[names[i]] > 1 && names[i] != pictures[i]) names[i] = pictures[i], settled = false;
    }
    return names;
}

auto file_name(std::string const& name, int view, int count, std::string const& extension) -> std::string
{
    return name + (count > 1 ? "_" + std::to_string(view) : "") + "." + extension;
}
