// SPDX-License-Identifier: MIT
#pragma once
#include <husk/io/image_reader.hpp>

namespace husk {

/// Decodes a JPEG, PNG or BMP file that lies in memory, by stb_image, into 8 bits a channel; of 16-bit PNG
/// the upper half is kept, CMYK JPEG becomes RGB, a palette its colours, grey with transparency 4 channels.
/// Throws husk::error that says what is wrong with a file that is truncated, corrupt, unsupported or too
/// large.
inline auto read_image(std::span<std::byte const> file, read_options const& options = {})
    -> image<std::uint8_t>
{
    image_reader<> reader;
    return detail::turned(reader.read(picture_file{file, "image in memory"}, options), turn::none);
}

/// The same from a file on disk; the error names the path. Missing files and directories are errors too.
inline auto read_image(std::filesystem::path const& path, read_options const& options = {})
    -> image<std::uint8_t>
{
    image_reader<> reader;
    return detail::turned(reader.read(path, options), turn::none);
}

} // namespace husk
