// SPDX-License-Identifier: MIT
#include "output_tree.hpp"

#include <husk/io/atomic_file.hpp>

#include <unordered_map>

namespace fs = std::filesystem;

namespace {

auto const record_name = "husk-negatives.txt";

[[noreturn]] void refuse(fs::path const& path, std::string const& why)
{
    throw husk::error("husk: cannot write into '" + path.string() + "': " + why);
}

/// A folder that is there and no link, or is made.
void require_folder(fs::path const& folder)
{
    std::error_code failure;
    fs::create_directory(folder, failure);
    auto const status = fs::symlink_status(folder);
    if (is_symlink(status)) refuse(folder, "it is a link, and might lead out of the output folder");
    if (!is_directory(status)) refuse(folder, failure ? failure.message() : "it is not a folder");
}

} // namespace

output_tree::output_tree(fs::path const& root)
{
    std::error_code failure;
    fs::create_directories(root, failure);
    if (!fs::exists(root) && is_symlink(fs::symlink_status(root))) refuse(root, "it is a link to nothing");
    if (!fs::is_directory(root)) refuse(root, failure ? failure.message() : "it is not a folder");
    root_ = fs::canonical(root);
}

auto output_tree::place(std::string const& relative) -> fs::path
{
    std::scoped_lock const lock(mutex_);
    auto const folder = fs::path(relative).parent_path();
    if (folder.is_absolute()) refuse(relative, "it leads out of the output folder");
    if (!sound_.contains(folder.string())) {
        auto here = root_;
        for (auto const& part : folder) {
            if (part == "..") refuse(relative, "it leads out of the output folder");
            require_folder(here /= part);
        }
        sound_.insert(folder.string());
    }
    return root_ / relative;
}

auto output_tree::holds(std::string const& relative) -> bool
{
    auto const path = place(relative);
    std::error_code failure; // of an empty file: its machine lost power before the bytes were on the disk
    return is_regular_file(fs::symlink_status(path)) && fs::file_size(path, failure) > 0 && !failure;
}

void output_tree::clear_leftovers(std::vector<std::string> const& files)
{
    std::unordered_map<std::string, std::unordered_set<std::string>> owned;
    for (auto const& f : files)
        owned[fs::path(f).parent_path().string()].insert(husk::atomic_file::temporary_prefix(f));
    for (auto const& [folder, prefixes] : owned) try {
            auto const length = prefixes.begin()->size();
            for (auto const& entry :
                 fs::directory_iterator(place((fs::path(folder) / "x").string()).parent_path())) {
                auto const name = entry.path().filename().string();
                if (husk::atomic_file::is_temporary(name) && prefixes.contains(name.substr(0, length)))
                    fs::remove(entry.path());
            }
        } catch (std::exception const&) { // the files of this folder will fail, and say why
        }
}

void output_tree::claim(std::string const& settings)
{
    auto const record = root_ / record_name;
    auto const claimed = [&] {
        if (!exists(fs::symlink_status(record))) return false;
        auto const data = husk::detail::read_file(record);
        if (settings != std::string_view(reinterpret_cast<char const*>(data.data()), data.size()))
            refuse(root_, "it was made with other settings (see " + std::string(record_name) +
                              " there); take another folder, or the same settings");
        return true;
    };
    if (claimed()) return;
    for (auto const& entry : fs::directory_iterator(root_))
        if (!entry.path().filename().string().starts_with(".")) {
            if (claimed()) return; // by another shard, just now
            refuse(root_, "it is not empty, and was not made by husk-negatives");
        }
    husk::atomic_file file(record);
    file.write(std::as_bytes(std::span(settings)));
    file.commit();
}
