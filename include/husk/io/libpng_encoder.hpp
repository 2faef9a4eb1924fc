// SPDX-License-Identifier: MIT
#pragma once
#include <husk/io/encoder.hpp>
#include <husk/io/libpng.hpp>

#include <new>
#include <vector>

namespace husk {

namespace detail {

/// What one run of libpng works on; plain values, see io/libpng.hpp.
struct libpng_writing {
    png_structp png;
    png_infop info;
    packed<std::uint8_t const> pixels;
    std::vector<std::byte>* file;

    static auto append(std::vector<std::byte>& file, png_const_bytep data, std::size_t n) noexcept -> bool
    {
        auto const* const begin = reinterpret_cast<std::byte const*>(data);
        try {
            file.insert(file.end(), begin, begin + n);
        } catch (std::bad_alloc const&) {
            return false;
        }
        return true;
    }
    static void put(png_structp png, png_bytep data, std::size_t n)
    {
        if (!append(*static_cast<std::vector<std::byte>*>(png_get_io_ptr(png)), data, n))
            png_error(png, "out of memory");
    }
    static void flush(png_structp) {}

    auto run() const -> bool
    {
        if (setjmp(png_jmpbuf(png)) != 0) return false; // NOLINT: libpng's only way to report an error
        png_set_write_fn(png, file, put, flush);
        png_set_IHDR(png, info, static_cast<png_uint_32>(pixels.size.width),
                     static_cast<png_uint_32>(pixels.size.height), 8, colours(), PNG_INTERLACE_NONE,
                     PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
        // By measurement: benchmarks/README.md.
        png_set_filter(png, PNG_FILTER_TYPE_BASE, PNG_FILTER_SUB);
        png_set_compression_level(png, 1);
        png_set_compression_strategy(png, 0); // zlib's default
        png_write_info(png, info);
        for (int y = 0; y < pixels.size.height; ++y) png_write_row(png, pixels.row(y));
        png_write_end(png, nullptr);
        return true;
    }

    auto colours() const -> int
    {
        return pixels.channels == 1   ? PNG_COLOR_TYPE_GRAY
               : pixels.channels == 3 ? PNG_COLOR_TYPE_RGB
                                      : PNG_COLOR_TYPE_RGB_ALPHA;
    }
};

} // namespace detail

/// PNG by libpng and zlib; links with `png`.
class libpng_encoder {
public:
    auto encode(packed<std::uint8_t const> pixels, picture_format format, write_options const&)
        -> std::optional<std::span<std::byte const>>
    {
        if (format != picture_format::png) return {};
        detail::libpng_output library;
        if (!library.info) return {};
        file_.clear();
        detail::libpng_writing const job{library.png, library.info, pixels, &file_};
        if (!job.run()) return {};
        return file_;
    }

private:
    std::vector<std::byte> file_;
};

static_assert(encoder<libpng_encoder>);

} // namespace husk
