// SPDX-License-Identifier: MIT
#pragma once
#include <string>
#include <string_view>

/// A file's name as it can be shown: line breaks and other control characters are spelt out.
inline auto printable(std::string_view name) -> std::string
{
    std::string shown;
    for (char const c : name) {
        auto const byte = static_cast<unsigned char>(c);
        if (byte >= 0x20 && byte != 0x7f) shown += c;
        else shown += {'\\', 'x', "0123456789abcdef"[byte >> 4], "0123456789abcdef"[byte & 15]};
    }
    return shown;
}

/// "1 picture", "2 pictures".
inline auto counted(std::size_t n, std::string const& thing) -> std::string
{
    return std::to_string(n) + " " + thing + (n == 1 ? "" : "s");
}
