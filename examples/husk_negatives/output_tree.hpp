// SPDX-License-Identifier: MIT
#pragma once
#include <filesystem>
#include <mutex>
#include <string>
#include <unordered_set>
#include <vector>

/// The folder that is written to. No path leaves it: its folders are made one by one, and a link among them
/// is an error. Several workers may use it.
class output_tree {
public:
    /// Makes the folder if it is missing. A link is followed here, and here alone: the user named it.
    explicit output_tree(std::filesystem::path const& root);

    auto root() const -> std::filesystem::path const& { return root_; }

    /// Where the file `relative` ("cat/a.png") belongs; its folders are there afterwards. Throws husk::error
    /// where a folder is a link or cannot be made.
    auto place(std::string const& relative) -> std::filesystem::path;

    /// Whether `relative` is finished. A link is not, nor an empty file.
    auto holds(std::string const& relative) -> bool;

    /// Removes what a killed process left of these files: temporaries, no one else's.
    void clear_leftovers(std::vector<std::string> const& files);

    /// Notes the settings in OUTPUT/husk-negatives.txt. Throws husk::error when the folder was made with
    /// others, or is full of files that are not ours.
    void claim(std::string const& settings);

private:
    std::filesystem::path root_;
    std::mutex mutex_;
    std::unordered_set<std::string> sound_; // folders that are known to be none but folders
};
