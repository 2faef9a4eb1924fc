// SPDX-License-Identifier: MIT
#pragma once
#include <husk/io/libpng.hpp>
#include <husk/io/pixel_memory.hpp>
#include <husk/io/png_check.hpp>

namespace husk {

namespace detail {

/// What one run of libpng works on; plain values, see io/libpng.hpp.
struct libpng_reading {
    png_structp png;
    png_infop info;
    byte_span rest;
    picture_shape wanted;
    png_bytepp rows;

    static void take(png_structp png, png_bytep to, std::size_t n)
    {
        auto& rest = *static_cast<byte_span*>(png_get_io_ptr(png));
        if (n > rest.size()) png_error(png, "truncated");
        std::memcpy(to, rest.data(), n);
        rest = rest.subspan(n);
    }

    /// False where libpng fails, or would make other pixels than are wanted.
    auto run() -> bool
    {
        if (setjmp(png_jmpbuf(png)) != 0) return false; // NOLINT: libpng's only way to report an error
        png_set_read_fn(png, &rest, take);
        png_set_user_limits(png, PNG_UINT_31_MAX, PNG_UINT_31_MAX);            // sizes were checked before
        png_set_crc_action(png, PNG_CRC_QUIET_USE, PNG_CRC_QUIET_USE);         // checksums, too
        png_set_keep_unknown_chunks(png, PNG_HANDLE_CHUNK_NEVER, nullptr, -1); // comments, colour profiles
        png_read_info(png, info);
        convert();
        auto const row = png_get_rowbytes(png, info);
        if (png_get_image_width(png, info) != static_cast<png_uint_32>(wanted.size.width) ||
            png_get_image_height(png, info) != static_cast<png_uint_32>(wanted.size.height) ||
            row != static_cast<std::size_t>(wanted.size.width * wanted.channels))
            return false;
        png_read_image(png, rows);
        return true;
    }

    /// Eight bits of the channels that are wanted, as stb_image makes them.
    void convert() const
    {
        png_set_expand(png);
        png_set_strip_16(png);
        if (wanted.channels != 1) png_set_gray_to_rgb(png);
        if (wanted.channels == 4) png_set_add_alpha(png, 0xff, PNG_FILLER_AFTER);
        else png_set_strip_alpha(png);
        png_set_interlace_handling(png);
        png_read_update_info(png, info);
    }
};

} // namespace detail

/// PNG by libpng; links with `png`. The same pixels as stb_image's; colours that are wanted as grey, and
/// files that libpng finds fault with, are left to the next decoder.
class libpng_decoder {
public:
    auto decode(picture_file const& file, picture_shape const& wanted)
        -> std::optional<packed<std::uint8_t const>>
    {
        if (!detail::begins_with(file.bytes, detail::png_signature)) return {};
        detail::libpng_input library;
        if (!library.info) return {};
        auto* const pixels = memory_.hold(wanted);
        auto const row = static_cast<std::size_t>(wanted.size.width * wanted.channels);
        rows_.resize(static_cast<std::size_t>(wanted.size.height));
        for (std::size_t y = 0; y < rows_.size(); ++y) rows_[y] = pixels + y * row;
        detail::libpng_reading job{library.png, library.info, file.bytes, wanted, rows_.data()};
        if (!job.run()) return {};
        return packed<std::uint8_t const>{pixels, wanted.size, wanted.channels};
    }

private:
    detail::pixel_memory memory_;
    std::vector<png_bytep> rows_;
};

static_assert(decoder<libpng_decoder>);

} // namespace husk
