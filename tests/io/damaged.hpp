// SPDX-License-Identifier: MIT
#pragma once
#include "io/scratch.hpp"

#include <husk/io/image_reader.hpp>

/// What a reader says of a file: its pixels, or why not.
struct verdict {
    husk::image<std::uint8_t> pixels;
    std::string why;
};

template <class Reader>
auto judge(Reader& reader, std::span<std::byte const> file, husk::read_options const& options = {}) -> verdict
{
    try {
        auto const pixels = reader.read(husk::picture_file{file, "file"}, options);
        return {husk::detail::turned(pixels, husk::turn::none), ""};
    } catch (husk::error const& e) {
        return {{}, e.what()};
    }
}

/// Calls f with the file, cut at each of its bytes.
template <class F>
void cut_everywhere(std::span<std::byte const> whole, F f)
{
    // Each in memory of its own, so that a sanitizer sees a byte too many.
    for (std::size_t length = 0; length < whole.size(); ++length) {
        std::vector<std::byte> const cut(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(length));
        f(std::span<std::byte const>(cut));
    }
}

/// Calls f with the file and one byte of it changed, for each byte, in four ways.
template <class F>
void spoil_everywhere(std::vector<std::byte> file, F f)
{
    for (auto& byte : file)
        for (auto const damage : {0x01, 0x10, 0x80, 0xff}) {
            byte ^= static_cast<std::byte>(damage);
            f(std::span<std::byte const>(file));
            byte ^= static_cast<std::byte>(damage);
        }
}
