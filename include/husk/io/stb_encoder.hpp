// SPDX-License-Identifier: MIT
#pragma once
#include <husk/io/encoder.hpp>
#include <husk/io/stb.hpp>

#include <vector>

namespace husk {

/// PNG and JPEG by stb_image_write. Throws husk::error when it fails, which only want of memory makes it.
class stb_encoder {
public:
    auto encode(packed<std::uint8_t const> pixels, picture_format format, write_options const& options)
        -> std::optional<std::span<std::byte const>>
    {
        file_.clear();
        bool const done =
            format == picture_format::png
                ? stbi_write_png_to_func(append, &file_, pixels.size.width, pixels.size.height,
                                         pixels.channels, pixels.data, static_cast<int>(pixels.pitch)) != 0
                : stbi_write_jpg_to_func(append, &file_, pixels.size.width, pixels.size.height,
                                         pixels.channels, without_gaps(pixels), options.quality) != 0;
        if (!done)
            detail::raise(
                error("husk: cannot encode a picture of " + to_string(pixels.size) + ": out of memory"));
        return file_;
    }

private:
    static void append(void* to, void* data, int n)
    {
        auto const* const begin = static_cast<std::byte const*>(data);
        auto& file = *static_cast<std::vector<std::byte>*>(to);
        file.insert(file.end(), begin, begin + n);
    }

    /// The pixels without gaps between the rows: themselves, or a copy.
    auto without_gaps(packed<std::uint8_t const> pixels) -> std::uint8_t const*
    {
        auto const row = std::ptrdiff_t{pixels.size.width} * pixels.channels;
        if (pixels.pitch == row) return pixels.data;
        rows_.clear();
        for (int y = 0; y < pixels.size.height; ++y)
            rows_.insert(rows_.end(), pixels.row(y), pixels.row(y) + row);
        return rows_.data();
    }

    std::vector<std::byte> file_;
    std::vector<std::uint8_t> rows_;
};

static_assert(encoder<stb_encoder>);

} // namespace husk
