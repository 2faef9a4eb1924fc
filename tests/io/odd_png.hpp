// SPDX-License-Identifier: MIT
#pragma once
#include <husk/core/extent.hpp>
#include <husk/io/libpng.hpp>

#include <array>
#include <random>
#include <stdexcept>
#include <vector>

/// A kind of PNG file that husk does not write itself.
struct odd_png {
    int type, bits;
    bool interlaced = false, transparent = false;

    static constexpr husk::extent size{19, 13};
};

namespace detail {

struct odd_png_writing {
    static void put(png_structp png, png_bytep data, std::size_t n)
    {
        auto& file = *static_cast<std::vector<std::byte>*>(png_get_io_ptr(png));
        auto const* const begin = reinterpret_cast<std::byte const*>(data);
        file.insert(file.end(), begin, begin + n);
    }
    static void flush(png_structp) {}

    png_structp png;
    png_infop info;
    odd_png kind;
    std::vector<std::byte>* file;
    png_bytepp rows;

    auto run() const -> bool
    {
        if (setjmp(png_jmpbuf(png)) != 0) return false;
        png_set_write_fn(png, file, put, flush);
        png_set_IHDR(png, info, odd_png::size.width, odd_png::size.height, kind.bits, kind.type,
                     kind.interlaced ? PNG_INTERLACE_ADAM7 : PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT,
                     PNG_FILTER_TYPE_DEFAULT);
        png_color colours[256];
        png_byte opacity[256];
        for (unsigned i = 0; i < 256; ++i) {
            colours[i] = {png_byte(i * 7), png_byte(255 - i), png_byte(i * 31)};
            opacity[i] = png_byte(i * 13);
        }
        auto const entries = 1 << std::min(kind.bits, 8);
        bool const palette = kind.type == PNG_COLOR_TYPE_PALETTE;
        if (palette) png_set_PLTE(png, info, colours, entries);
        png_color_16 const clear{0, 1, 1, 1, 1};
        if (kind.transparent && palette) png_set_tRNS(png, info, opacity, entries / 2, nullptr);
        else if (kind.transparent && (kind.type & PNG_COLOR_MASK_ALPHA) == 0)
            png_set_tRNS(png, info, nullptr, 0, &clear);
        png_write_info(png, info);
        png_write_image(png, rows);
        png_write_end(png, info);
        return true;
    }
};

} // namespace detail

/// A file of that kind; its pixels are noise with few values, so that some are the transparent one.
inline auto made(odd_png const& kind) -> std::vector<std::byte>
{
    std::mt19937 noise(1);
    std::array<std::array<png_byte, odd_png::size.width * 8>, odd_png::size.height> pixels{};
    std::array<png_bytep, odd_png::size.height> rows{};
    for (std::size_t y = 0; y < rows.size(); ++y) {
        for (auto& p : pixels[y]) p = static_cast<png_byte>(noise() % 3 == 0 ? noise() : noise() % 2);
        rows[y] = pixels[y].data();
    }
    std::vector<std::byte> file;
    auto* png = png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, husk::detail::libpng_gives_up,
                                        husk::detail::libpng_warns);
    auto* info = png_create_info_struct(png);
    bool const done = detail::odd_png_writing{png, info, kind, &file, rows.data()}.run();
    png_destroy_write_struct(&png, &info);
    if (!done) throw std::runtime_error("libpng does not write this kind of PNG");
    return file;
}
