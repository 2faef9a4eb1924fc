// SPDX-License-Identifier: MIT

// husk-gallery PHOTOS FOLDER: a small picture of what every transform does, for the documentation.
#include "entries.hpp"

#include <husk/io/read.hpp>
#include <husk/io/write.hpp>

#include <filesystem>
#include <iostream>

auto main(int count, char** arguments) -> int
try {
    if (count != 3) {
        std::cerr << "usage: husk-gallery PHOTOS FOLDER\n";
        return 2;
    }
    std::filesystem::path const photos = arguments[1], folder = arguments[2];
    auto const photo = husk::read_image(photos / "chelsea.jpg");
    auto const other = husk::read_image(photos / "citrus.jpg");
    std::filesystem::create_directories(folder);
    for (entry const& e : entries()) {
        auto const file = folder / (e.name + ".jpg");
        husk::write_image(file, e.make(photo, other).view(), {.quality = 85});
        std::cout << file.string() << '\n';
    }
} catch (std::exception const& e) {
    std::cerr << e.what() << '\n';
    return 1;
}
