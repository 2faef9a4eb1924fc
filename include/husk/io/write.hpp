// SPDX-License-Identifier: MIT
#pragma once
#include <husk/io/image_writer.hpp>

namespace husk {

namespace detail {

inline auto encoded(packed<std::uint8_t const> pixels, picture_format format, write_options const& options)
    -> std::vector<std::byte>
{
    image_writer<> writer;
    auto const file = writer.encode(pixels, format, options);
    return {file.begin(), file.end()};
}

} // namespace detail

/// A PNG file in memory: 8 bits a channel; 1 channel is grey, 3 RGB, 4 RGB with transparency.
inline auto encode_png(packed<std::uint8_t const> pixels) -> std::vector<std::byte>
{
    return detail::encoded(pixels, picture_format::png, {});
}

/// A JPEG file in memory: grey or RGB; the fourth channel has no place in it and is left out.
inline auto encode_jpeg(packed<std::uint8_t const> pixels, write_options const& options = {})
    -> std::vector<std::byte>
{
    return detail::encoded(pixels, picture_format::jpeg, options);
}

/// Writes a PNG file; it is there whole or not at all. Throws husk::error that names the path and says why.
inline void write_png(std::filesystem::path const& path, packed<std::uint8_t const> pixels)
{
    image_writer<>().write(path, pixels, picture_format::png);
}

/// Writes a JPEG file; it is there whole or not at all. Throws husk::error that names the path and says why.
inline void write_jpeg(std::filesystem::path const& path, packed<std::uint8_t const> pixels,
                       write_options const& options = {})
{
    image_writer<>().write(path, pixels, picture_format::jpeg, options);
}

/// Writes what the name's extension says: .png, .jpg or .jpeg, in any case; another is a husk::error.
inline void write_image(std::filesystem::path const& path, packed<std::uint8_t const> pixels,
                        write_options const& options = {})
{
    image_writer<>().write(path, pixels, options);
}

} // namespace husk
