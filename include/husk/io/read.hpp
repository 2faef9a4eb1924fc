// SPDX-License-Identifier: MIT
#pragma once
#include <husk/image/image.hpp>
#include <husk/io/exif.hpp>
#include <husk/io/file.hpp>
#include <husk/io/jpeg_check.hpp>
#include <husk/io/png_check.hpp>
#include <husk/io/stb.hpp>
#include <husk/kernel/move.hpp>

namespace husk {

/// How a file becomes an image.
struct read_options {
    int channels = 0;                                 ///< 1, 3 or 4 to convert to; 0: as many as the file has
    bool upright = true;                              ///< turn photographs as their Exif orientation says
    std::int64_t most_pixels = std::int64_t{1} << 28; ///< of a file; larger ones are refused before decoding
};

namespace detail {

/// Hands bytes to stb_image and notes when it asks for more than there are. stb_image fills a photograph that
/// was cut off with grey and calls it read; the note is how we know better.
struct byte_source {
    byte_span data;
    std::size_t at = 0;
    bool ran_out = false;

    static auto read(void* self, char* to, int wanted) -> int
    {
        auto& s = *static_cast<byte_source*>(self);
        auto const n = std::min(static_cast<std::size_t>(wanted), s.data.size() - s.at);
        if (n == 0) s.ran_out = true;
        else std::memcpy(to, s.data.data() + s.at, n);
        s.at += n;
        return static_cast<int>(n);
    }
    static void skip(void* self, int n)
    {
        auto& s = *static_cast<byte_source*>(self);
        auto const to = static_cast<std::int64_t>(s.at) + n;
        s.at = static_cast<std::size_t>(std::clamp(to, std::int64_t{0}, std::int64_t(s.data.size())));
    }
    static auto at_end(void* self) -> int
    {
        auto const& s = *static_cast<byte_source*>(self);
        return s.at == s.data.size();
    }
};

inline constexpr stbi_io_callbacks byte_source_calls{byte_source::read, byte_source::skip,
                                                     byte_source::at_end};

/// The formats whose ends we can tell; a name for those that people try as well.
inline auto unreadable_format(byte_span file) -> char const*
{
    auto const is = [&](std::string_view magic) { return begins_with(file, magic); };
    if (is(jpeg_signature) || is(png_signature) || is("BM")) return nullptr;
    if (is("GIF8")) return "a GIF";
    if (is("RIFF") && begins_with(file.subspan(std::min<std::size_t>(8, file.size())), "WEBP")) return "WebP";
    if (is("II*") || is("MM")) return "TIFF, or a camera's raw format";
    return "of no format that husk knows";
}

/// What is wrong with a file, as far as its own checksums and tables tell; or null.
inline auto damage_of(byte_span file) -> char const*
{
    if (begins_with(file, png_signature)) return damage_of_png(file);
    if (begins_with(file, jpeg_signature)) return jpeg_check().damage(file);
    return nullptr;
}

/// What a file says it holds.
struct file_shape {
    extent size;
    int channels;
};

inline auto stb_reason() -> std::string
{
    auto const* const reason = stbi_failure_reason();
    return "it is corrupt, or of an unsupported kind (" + std::string(reason ? reason : "no reason given") +
           ")";
}

inline auto shape_of(byte_span file, std::string_view name, read_options const& options) -> file_shape
{
    if (auto const* const format = unreadable_format(file))
        file_error("read", name, "it is " + std::string(format) + "; husk reads JPEG, PNG and BMP");
    if (auto const* const damage = damage_of(file)) file_error("read", name, damage);
    byte_source source{file};
    file_shape s{};
    if (!stbi_info_from_callbacks(&byte_source_calls, &source, &s.size.width, &s.size.height, &s.channels))
        file_error("read", name,
                   source.ran_out ? "it is truncated"
                                  : "it is corrupt, of an unsupported kind or far too large");
    if (s.size.empty() || s.size.area() > options.most_pixels)
        file_error("read", name,
                   "its size is " + to_string(s.size) + "; at most " + text(options.most_pixels) +
                       " pixels are read");
    if (options.channels != 0) s.channels = options.channels;
    if (s.channels == 2) s.channels = 4; // grey with transparency
    return s;
}

/// Copies pixels, turned.
inline auto turned(packed<std::uint8_t const> from, turn t) -> image<std::uint8_t>
{
    auto const upended = axes_of(t).right.x == 0;
    auto const size = upended ? extent{from.size.height, from.size.width} : from.size;
    image<std::uint8_t> to(size, from.channels);
    piece const all{{0, 0}, size, start_of({{0, 0}, from.size}, t), t};
    move<void>(mosaic{{&all, 1}, {}}, std::span<packed<std::uint8_t const> const>(&from, 1), to.view());
    return to;
}

inline auto decode(byte_span file, std::string_view name, read_options const& options) -> image<std::uint8_t>
{
    require(options.channels == 0 || options.channels == 1 || options.channels == 3 || options.channels == 4,
            "read_options.channels", options.channels, "must be 1, 3 or 4, or 0 for the file's own");
    auto const shape = shape_of(file, name, options);
    byte_source source{file};
    extent size;
    int stored = 0;
    std::unique_ptr<stbi_uc, void (*)(void*)> const pixels(
        stbi_load_from_callbacks(&byte_source_calls, &source, &size.width, &size.height, &stored,
                                 shape.channels),
        stbi_image_free);
    if (source.ran_out) file_error("read", name, "it is truncated");
    if (!pixels) file_error("read", name, stb_reason());
    return turned({pixels.get(), size, shape.channels}, options.upright ? exif_turn(file) : turn::none);
}

} // namespace detail

/// Decodes a JPEG, PNG or BMP file that lies in memory into 8 bits a channel; of 16-bit PNG the upper half is
/// kept, CMYK JPEG becomes RGB, a palette its colours, grey with transparency 4 channels. Throws husk::error
/// that says what is wrong with a file that is truncated, corrupt, unsupported or too large.
inline auto read_image(std::span<std::byte const> file, read_options const& options = {})
    -> image<std::uint8_t>
{
    return detail::decode(file, "image in memory", options);
}

/// The same from a file on disk; the error names the path. Missing files and directories are errors too.
inline auto read_image(std::filesystem::path const& path, read_options const& options = {})
    -> image<std::uint8_t>
{
    return detail::decode(detail::read_file(path), path.string(), options);
}

} // namespace husk
