// SPDX-License-Identifier: MIT
#pragma once
#include <husk/io/atomic_file.hpp>
#include <husk/io/stb_encoder.hpp>

#include <cctype>
#include <tuple>

namespace husk {

namespace detail {

/// What a name's extension says: .png, .jpg or .jpeg, in any case.
inline auto format_of(std::filesystem::path const& path) -> picture_format
{
    auto extension = path.extension().string();
    for (char& c : extension) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    if (extension == ".png") return picture_format::png;
    if (extension == ".jpg" || extension == ".jpeg") return picture_format::jpeg;
    file_error("write", path.string(), "its extension is none of .png, .jpg, .jpeg");
}

} // namespace detail

/// Writes picture files one after the other with the first encoder that takes them, at last by
/// stb_image_write, and keeps its memory from one to the next. One for each thread.
template <encoder... Preferred>
class image_writer {
public:
    /// A file in memory, valid until the next call: 8 bits a channel; 1 channel is grey, 3 RGB, 4 RGB with
    /// transparency, which has no place in JPEG and is left out. Throws husk::error for impossible arguments.
    auto encode(packed<std::uint8_t const> pixels, picture_format format, write_options const& options = {})
        -> std::span<std::byte const>
    {
        detail::check_encodable(pixels, format, options);
        std::optional<std::span<std::byte const>> file;
        std::apply([&](auto&... e) { (void)((file = e.encode(pixels, format, options)).has_value() || ...); },
                   encoders_);
        return *file; // stb_encoder throws rather than give nothing
    }

    /// Writes a file, which is there whole or not at all. Throws husk::error that names the path and says
    /// why.
    void write(std::filesystem::path const& path, packed<std::uint8_t const> pixels, picture_format format,
               write_options const& options = {})
    {
        auto const file = encode(pixels, format, options);
        atomic_file target(path);
        target.write(file);
        target.commit();
    }

    /// The same, in the format of the name's extension: .png, .jpg or .jpeg, in any case.
    void write(std::filesystem::path const& path, packed<std::uint8_t const> pixels,
               write_options const& options = {})
    {
        write(path, pixels, detail::format_of(path), options);
    }

private:
    std::tuple<Preferred..., stb_encoder> encoders_;
};

} // namespace husk
