// SPDX-License-Identifier: MIT
#pragma once
#include "failures.hpp"

#include <filesystem>
#include <map>

/// What a folder holds: the paths of its pictures relative to it, sorted, and how many other files there are
/// of each extension.
struct inventory {
    std::vector<std::string> pictures;
    std::map<std::string, std::size_t> others;
};

/// Whether `path` is `folder` or lies in it; both canonical.
auto is_within(std::filesystem::path const& folder, std::filesystem::path const& path) -> bool;

/// Walks through `input` and the folders in it. Links are followed, save into a folder that the walk is in
/// already, or into `output`. Names that begin with a dot are left out. What cannot be opened is a failure.
auto walk(std::filesystem::path const& input, std::filesystem::path const& output, failures& failed)
    -> inventory;
