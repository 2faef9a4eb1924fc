// SPDX-License-Identifier: MIT
#pragma once
#include <husk/image/check.hpp>

#include <concepts>
#include <cstddef>
#include <optional>
#include <span>

namespace husk {

enum class picture_format { png, jpeg };

/// How an image becomes a file.
struct write_options {
    int quality = 95; ///< of JPEG, 1 to 100; from 91 on colours keep their full resolution
};

/// Makes files of pixels that have passed `check_encodable`, in memory that it keeps: a file is valid until
/// the next call. It returns nothing for what it does not write; the next encoder, at last stb_encoder, then
/// does.
template <class E>
concept encoder = requires(E e, packed<std::uint8_t const> pixels, picture_format format,
                           write_options const& o)
{
    {
        e.encode(pixels, format, o)
        } -> std::same_as<std::optional<std::span<std::byte const>>>;
};

namespace detail {

/// stb_image_write counts bytes in int, a few more than there are pixels.
inline void check_encodable(packed<std::uint8_t const> pixels, picture_format format,
                            write_options const& options)
{
    check("pixels", pixels);
    constexpr auto limit = std::int64_t{1} << 29;
    auto const bytes = pixels.size.area() * pixels.channels;
    require(bytes <= limit && pixels.pitch <= limit, "pixels.size", pixels.size,
            "is too large to be written; at most 2^29 bytes");
    if (format != picture_format::jpeg) return;
    require(options.quality >= 1 && options.quality <= 100, "write_options.quality", options.quality,
            "must lie in [1, 100]");
    constexpr int longest = 65535;
    require(pixels.size.width <= longest && pixels.size.height <= longest, "pixels.size", pixels.size,
            "is too large for JPEG; at most 65535 a side");
}

} // namespace detail
} // namespace husk
