// SPDX-License-Identifier: MIT
#pragma once
#include <husk/image/image.hpp>
#include <husk/io/atomic_file.hpp>
#include <husk/io/stb.hpp>

#include <cctype>

namespace husk {

/// How an image becomes a file.
struct write_options {
    int quality = 95; ///< of JPEG, 1 to 100; from 91 on colours keep their full resolution
};

namespace detail {

inline void append(void* to, void* data, int n)
{
    auto const* const begin = static_cast<std::byte const*>(data);
    auto& file = *static_cast<std::vector<std::byte>*>(to);
    file.insert(file.end(), begin, begin + n);
}

/// stb_image_write counts bytes in int, a few more than there are pixels.
inline void check_encodable(std::string_view argument, packed<std::uint8_t const> pixels)
{
    check(argument, pixels);
    constexpr auto limit = std::int64_t{1} << 29;
    auto const bytes = pixels.size.area() * pixels.channels;
    require(bytes <= limit && pixels.pitch <= limit, std::string(argument) + ".size", pixels.size,
            "is too large to be written; at most 2^29 bytes");
}

/// The pixels without gaps between the rows: themselves, or a copy in `memory`.
inline auto without_gaps(packed<std::uint8_t const> pixels, std::vector<std::uint8_t>& memory)
    -> std::uint8_t const*
{
    auto const row = std::ptrdiff_t{pixels.size.width} * pixels.channels;
    if (pixels.pitch == row) return pixels.data;
    memory.reserve(static_cast<std::size_t>(row * pixels.size.height));
    for (int y = 0; y < pixels.size.height; ++y)
        memory.insert(memory.end(), pixels.row(y), pixels.row(y) + row);
    return memory.data();
}

inline void save(std::filesystem::path const& path, std::span<std::byte const> file)
{
    atomic_file target(path);
    target.write(file);
    target.commit();
}

} // namespace detail

/// A PNG file in memory: 8 bits a channel; 1 channel is grey, 3 RGB, 4 RGB with transparency.
inline auto encode_png(packed<std::uint8_t const> pixels) -> std::vector<std::byte>
{
    detail::check_encodable("pixels", pixels);
    std::vector<std::byte> file;
    if (!stbi_write_png_to_func(detail::append, &file, pixels.size.width, pixels.size.height, pixels.channels,
                                pixels.data, static_cast<int>(pixels.pitch)))
        throw error("husk: cannot encode a PNG of " + to_string(pixels.size) + ": out of memory");
    return file;
}

/// A JPEG file in memory: grey or RGB; the fourth channel has no place in it and is left out.
inline auto encode_jpeg(packed<std::uint8_t const> pixels, write_options const& options = {})
    -> std::vector<std::byte>
{
    detail::check_encodable("pixels", pixels);
    detail::require(options.quality >= 1 && options.quality <= 100, "write_options.quality", options.quality,
                    "must lie in [1, 100]");
    constexpr int longest = 65535;
    detail::require(pixels.size.width <= longest && pixels.size.height <= longest, "pixels.size", pixels.size,
                    "is too large for JPEG; at most 65535 a side");
    std::vector<std::uint8_t> memory;
    std::vector<std::byte> file;
    if (!stbi_write_jpg_to_func(detail::append, &file, pixels.size.width, pixels.size.height, pixels.channels,
                                detail::without_gaps(pixels, memory), options.quality))
        throw error("husk: cannot encode a JPEG of " + to_string(pixels.size));
    return file;
}

/// Writes a PNG file; it is there whole or not at all. Throws husk::error that names the path and says why.
inline void write_png(std::filesystem::path const& path, packed<std::uint8_t const> pixels)
{
    detail::save(path, encode_png(pixels));
}

/// Writes a JPEG file; it is there whole or not at all. Throws husk::error that names the path and says why.
inline void write_jpeg(std::filesystem::path const& path, packed<std::uint8_t const> pixels,
                       write_options const& options = {})
{
    detail::save(path, encode_jpeg(pixels, options));
}

/// Writes what the name's extension says: .png, .jpg or .jpeg, in any case; another is a husk::error.
inline void write_image(std::filesystem::path const& path, packed<std::uint8_t const> pixels,
                        write_options const& options = {})
{
    auto extension = path.extension().string();
    for (char& c : extension) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    if (extension == ".png") return write_png(path, pixels);
    if (extension == ".jpg" || extension == ".jpeg") return write_jpeg(path, pixels, options);
    detail::file_error("write", path.string(), "its extension is none of .png, .jpg, .jpeg");
}

} // namespace husk
