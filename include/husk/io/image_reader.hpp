// SPDX-License-Identifier: MIT
#pragma once
#include <husk/image/image.hpp>
#include <husk/io/exif.hpp>
#include <husk/io/file_kind.hpp>
#include <husk/io/stb_decoder.hpp>
#include <husk/kernel/move.hpp>

#include <tuple>

namespace husk {

/// How a file becomes an image.
struct read_options {
    int channels = 0;                                 ///< 1, 3 or 4 to convert to; 0: as many as the file has
    bool upright = true;                              ///< turn photographs as their Exif orientation says
    std::int64_t most_pixels = std::int64_t{1} << 28; ///< of a file; larger ones are refused before decoding
};

namespace detail {

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

/// The shape that is wanted of a file, once it has passed every check that needs no decoding.
inline auto checked_shape(picture_file const& file, read_options const& options) -> picture_shape
{
    require(options.channels == 0 || options.channels == 1 || options.channels == 3 || options.channels == 4,
            "read_options.channels", options.channels, "must be 1, 3 or 4, or 0 for the file's own");
    if (auto const* const format = unreadable_format(file.bytes))
        file.refuse("it is " + std::string(format) + "; husk reads JPEG, PNG and BMP");
    if (auto const* const damage = damage_of(file.bytes)) file.refuse(damage);
    auto s = stb_decoder::shape(file);
    if (s.size.empty() || s.size.area() > options.most_pixels)
        file.refuse("its size is " + to_string(s.size) + "; at most " + text(options.most_pixels) +
                    " pixels are read");
    if (options.channels != 0) s.channels = options.channels;
    return s;
}

} // namespace detail

/// Reads picture files one after the other with the first decoder that takes them, at last by stb_image, and
/// keeps its memory from one to the next. One for each thread.
template <decoder... Preferred>
class image_reader {
public:
    /// Decodes a file that lies in memory. The pixels are valid until the next call. Throws husk::error that
    /// says what is wrong with a file that is truncated, corrupt, unsupported or too large.
    auto read(picture_file const& file, read_options const& options = {}) -> packed<std::uint8_t const>
    {
        auto const pixels = decode(file, detail::checked_shape(file, options));
        auto const t = options.upright ? exif_turn(file.bytes) : turn::none;
        if (t == turn::none) return pixels;
        turned_ = detail::turned(pixels, t);
        return turned_.view();
    }

    /// The same from a file on disk; the error names the path. Missing files and directories are errors too.
    auto read(std::filesystem::path const& path, read_options const& options = {})
        -> packed<std::uint8_t const>
    {
        auto const name = path.string();
        detail::read_file(path, bytes_);
        return read(picture_file{bytes_, name}, options);
    }

private:
    auto decode(picture_file const& file, picture_shape const& wanted) -> packed<std::uint8_t const>
    {
        std::optional<packed<std::uint8_t const>> pixels;
        std::apply([&](auto&... d) { (void)((pixels = d.decode(file, wanted)).has_value() || ...); },
                   decoders_);
        return *pixels; // stb_decoder throws rather than give nothing
    }

    std::vector<std::byte> bytes_;
    std::tuple<Preferred..., stb_decoder> decoders_;
    image<std::uint8_t> turned_;
};

} // namespace husk
