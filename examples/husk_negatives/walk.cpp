// SPDX-License-Identifier: MIT
#include "walk.hpp"

#include <array>
#include <cctype>

namespace fs = std::filesystem;

namespace {

auto extension_of(fs::path const& path) -> std::string
{
    auto extension = path.extension().string();
    for (char& c : extension) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return extension;
}

auto is_picture(std::string const& extension) -> bool
{
    constexpr std::array known{".jpg", ".jpeg", ".png", ".bmp"};
    return std::find(known.begin(), known.end(), extension) != known.end();
}

class walker {
public:
    walker(fs::path output, failures& failed) : output_(std::move(output)), failed_(failed) {}

    void enter(fs::path const& folder, std::string const& relative)
    {
        std::error_code failure;
        auto const here = fs::canonical(folder, failure);
        if (failure) return failed_.add(relative, failure.message());
        if (is_within(output_, here) || std::find(above_.begin(), above_.end(), here) != above_.end()) return;
        above_.push_back(here);
        fs::directory_iterator entry(folder, failure);
        for (; !failure && entry != fs::directory_iterator(); entry.increment(failure))
            visit(entry->path(), relative);
        if (failure) failed_.add(relative.empty() ? "." : relative, "cannot be listed: " + failure.message());
        above_.pop_back();
    }

    auto found() -> inventory
    {
        std::sort(found_.pictures.begin(), found_.pictures.end());
        return std::move(found_);
    }

private:
    void visit(fs::path const& path, std::string const& within)
    {
        auto const name = path.filename().string();
        if (name.starts_with(".")) return;
        auto const relative = within.empty() ? name : within + "/" + name;
        auto const extension = extension_of(path);
        std::error_code failure;
        auto const status = fs::status(path, failure);
        if (is_directory(status)) enter(path, relative);
        else if (!is_picture(extension)) ++found_.others[extension.empty() ? name : "*" + extension];
        else found_.pictures.push_back(relative); // what is not a file fails when it is read, with its reason
    }

    fs::path output_;
    failures& failed_;
    std::vector<fs::path> above_; // the folders that the walk is in
    inventory found_;
};

} // namespace

auto is_within(fs::path const& folder, fs::path const& path) -> bool
{
    return std::mismatch(folder.begin(), folder.end(), path.begin(), path.end()).first == folder.end();
}

auto walk(fs::path const& input, fs::path const& output, failures& failed) -> inventory
{
    walker w(output, failed);
    w.enter(input, "");
    return w.found();
}
