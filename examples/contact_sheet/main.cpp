// SPDX-License-Identifier: MIT

// husk-contact-sheet INPUT OUTPUT: what husk makes of photographs, on one sheet, and how fast.
#include "pictures.hpp"
#include "scale.hpp"
#include "sheet.hpp"
#include "timing.hpp"

#include <husk/husk.hpp>
#include <husk/io/write.hpp>

#include <CLI/CLI.hpp>

#include <array>
#include <iomanip>
#include <iostream>

namespace {

constexpr int side = 224; // of every negative
constexpr std::size_t most_pictures = 12;

struct options {
    std::filesystem::path input, output;
    int cell = side;
    std::uint64_t seed = 1;
};

/// One kind of negative: its column of the sheet, and how long each picture's took.
struct kind {
    int column;
    char const* title;
    char const* file;
    std::vector<double> seconds{};
};

class demonstration {
public:
    demonstration(options const& o, std::size_t pictures) :
        o_(o), sheet_(4, static_cast<int>(pictures), o.cell)
    {
    }

    /// One row: the photograph and its three negatives.
    void add(picture const& p, int row)
    {
        auto const square = square_of(p.pixels, side);
        sheet_.show(0, row, square);
        auto const shorter = p.pixels.size().shorter_side();
        husk::patch_negative patch{.size = {side, side}};
        patch.side = {std::min(patch.side.low, shorter), std::min(patch.side.high, shorter)};
        make(kinds_[0], row, p.name, patch, p.pixels);
        make(kinds_[1], row, p.name, husk::grid_shuffle{}, square);
        make(kinds_[2], row, p.name, husk::texture_negative{.size = {side, side}}, p.pixels);
    }

    /// Writes the sheet and prints the table.
    void finish()
    {
        sheet_.title(0, "photograph", "");
        std::cout << std::left << std::setw(20) << "method" << std::right << std::setw(12) << "images/s"
                  << std::setw(16) << "microseconds" << '\n';
        for (auto const& k : kinds_) {
            if (k.seconds.empty()) continue;
            auto const seconds = median(k.seconds);
            auto const rate = std::to_string(std::lround(1 / seconds));
            sheet_.title(k.column, k.title, rate + " images/s");
            std::cout << std::left << std::setw(20) << k.title << std::right << std::setw(12) << rate
                      << std::setw(16) << std::fixed << std::setprecision(1) << seconds * 1e6 << '\n';
        }
        auto const path = o_.output / "contact_sheet.png";
        husk::write_png(path, sheet_.pixels());
        std::cout << "One thread; " << side << "x" << side << " RGB, from pixels to pixels, in cache.\n"
                  << path.string() << '\n';
    }

private:
    template <husk::transform T>
    void make(kind& k, int row, std::string const& name, T const& t, husk::packed<std::uint8_t const> source)
    try {
        husk::key const luck{.seed = o_.seed, .index = static_cast<std::uint64_t>(row)};
        husk::image<std::uint8_t> target({side, side}, source.channels);
        husk::apply(t, luck, source, target, memory_);
        sheet_.show(k.column, row, target);
        auto const number = (row < 9 ? "0" : "") + std::to_string(row + 1);
        husk::write_png(o_.output / (number + "_" + name + "_" + k.file + ".png"), target.view());
        k.seconds.push_back(seconds_of(
            [&](unsigned i) { husk::apply(t, {.seed = o_.seed, .index = i}, source, target, memory_); }));
    } catch (husk::error const& e) {
        std::cerr << name << ": " << e.what() << '\n';
    }

    options o_;
    sheet sheet_;
    husk::workspace memory_;
    std::array<kind, 3> kinds_{
        {{1, "patch negative", "patch"}, {2, "grid shuffle", "shuffle"}, {3, "texture negative", "texture"}}};
};

auto run(options const& o) -> int
{
    auto const pictures = pictures_in(o.input, most_pictures);
    if (pictures.empty()) {
        std::cerr << "There is no picture that can be read in " << o.input.string() << '\n';
        return 1;
    }
    std::filesystem::create_directories(o.output);
    demonstration d(o, pictures.size());
    for (std::size_t row = 0; row < pictures.size(); ++row) d.add(pictures[row], static_cast<int>(row));
    d.finish();
    return 0;
}

} // namespace

auto main(int argc, char** argv) -> int
{
    options o;
    CLI::App app(
        "Makes a contact sheet of negatives of the pictures in a folder (at most 12, spread over it),\n"
        "writes it and the single negatives to OUTPUT, and prints how fast each kind was.",
        "husk-contact-sheet");
    app.add_option("INPUT", o.input, "folder of pictures")->required()->check(CLI::ExistingDirectory);
    app.add_option("OUTPUT", o.output, "folder for the sheet; made if it is missing")->required();
    app.add_option("--cell", o.cell, "side of a picture on the sheet, in pixels")
        ->check(CLI::Range(64, 1024));
    app.add_option("--seed", o.seed, "another seed, other negatives");
    CLI11_PARSE(app, argc, argv);
    try {
        return run(o);
    } catch (std::exception const& e) {
        std::cerr << e.what() << '\n';
        return 1;
    }
}
