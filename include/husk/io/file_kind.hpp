// SPDX-License-Identifier: MIT
#pragma once
#include <husk/io/jpeg_check.hpp>
#include <husk/io/png_check.hpp>

namespace husk::detail {

/// The formats whose ends we can tell are null; a name for those that people try as well.
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

} // namespace husk::detail
