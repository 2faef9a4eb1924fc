// SPDX-License-Identifier: MIT

// husk-gallery PHOTOS FOLDER: small pictures for the documentation: FOLDER/gallery has what every transform
// does, FOLDER/negatives what every generator makes of each photograph. husk-gallery PHOTOS: the measures of
// the negatives.
#include "entries.hpp"
#include "negatives.hpp"

#include <husk/io/read.hpp>
#include <husk/io/write.hpp>

#include <algorithm>
#include <filesystem>
#include <iostream>

namespace {

using path = std::filesystem::path;

void write(path const& file, picture const& p)
{
    husk::write_image(file, p.view(), {.quality = 85});
    std::cout << file.string() << '\n';
}

void write_transforms(path const& photos, path const& folder)
{
    auto const photo = husk::read_image(photos / "chelsea.jpg");
    auto const other = husk::read_image(photos / "citrus.jpg");
    std::filesystem::create_directories(folder);
    for (entry const& e : entries()) write(folder / (e.name + ".jpg"), e.make(photo, other));
}

auto all_photos(path const& folder) -> std::vector<path>
{
    std::vector<path> all;
    for (auto const& f : std::filesystem::directory_iterator(folder))
        if (f.path().extension() == ".jpg") all.push_back(f.path());
    std::ranges::sort(all);
    return all;
}

void write_negatives(path const& photos, path const& folder)
{
    auto const shown = [](picture const& p) { return husk::apply(husk::resize{.size = 160}, {}, p); };
    std::filesystem::create_directories(folder);
    for (auto const& file : all_photos(photos)) {
        auto const photo = husk::read_image(file);
        auto const name = file.stem().string();
        write(folder / ("photograph_" + name + ".jpg"), shown(scaled(photo)));
        for (auto const& g : generators())
            write(folder / (g.name + '_' + name + ".jpg"), shown(g.make(photo, 1).pixels));
    }
}

} // namespace

auto main(int count, char** arguments) -> int
try {
    if (count < 2 || count > 3) {
        std::cerr << "usage: husk-gallery PHOTOS [FOLDER]\n";
        return 2;
    }
    path const photos = arguments[1];
    if (count == 3) {
        write_transforms(photos, path(arguments[2]) / "gallery");
        write_negatives(photos, path(arguments[2]) / "negatives");
        return 0;
    }
    std::vector<picture> pictures;
    for (auto const& file : all_photos(photos)) pictures.push_back(husk::read_image(file));
    print_measures(std::cout, pictures);
} catch (std::exception const& e) {
    std::cerr << e.what() << '\n';
    return 1;
}
