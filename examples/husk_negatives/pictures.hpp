// SPDX-License-Identifier: MIT
#pragma once
#include <husk/image/view.hpp>

#include <filesystem>
#include <memory>

/// Reads and writes picture files with the codecs that this program was built with, and keeps its memory from
/// one file to the next. One for each worker.
class pictures {
public:
    pictures();
    pictures(pictures&&) noexcept;
    auto operator=(pictures&&) noexcept -> pictures&;
    ~pictures();

    /// The pixels are valid until the next call. Throws husk::error that says what is wrong with the file.
    auto read(std::filesystem::path const& path) -> husk::packed<std::uint8_t const>;

    /// PNG or JPEG, as the name's extension says; the quality is JPEG's. The file is there whole or not at
    /// all.
    void write(std::filesystem::path const& path, husk::packed<std::uint8_t const> pixels, int quality);

    /// What they are called. Other codecs make other bytes: of JPEG pixels that are a few levels apart, of
    /// files the same pixels in other bytes.
    static auto codecs() -> char const*;

private:
    struct state;
    std::unique_ptr<state> state_;
};
