// SPDX-License-Identifier: MIT
#pragma once
#include <husk/image/image.hpp>
#include <husk/io/file.hpp>

#include <random>
#include <span>

/// A folder that is there for one test.
class scratch {
public:
    scratch() : path_(std::filesystem::temp_directory_path() / ("husk-test-" + std::to_string(token())))
    {
        std::filesystem::create_directories(path_);
    }
    scratch(scratch const&) = delete;
    auto operator=(scratch const&) -> scratch& = delete;
    ~scratch()
    {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }

    auto operator/(std::filesystem::path const& name) const -> std::filesystem::path { return path_ / name; }
    auto path() const -> std::filesystem::path const& { return path_; }
    auto entries() const -> std::ptrdiff_t
    {
        return std::distance(std::filesystem::directory_iterator(path_), {});
    }

private:
    static auto token() -> unsigned { return std::random_device{}(); }

    std::filesystem::path path_;
};

inline void write_bytes(std::filesystem::path const& path, std::span<std::byte const> data)
{
    husk::detail::file_handle const file(std::fopen(path.string().c_str(), "wb"));
    if (!data.empty()) std::fwrite(data.data(), 1, data.size(), file.get());
}

inline auto as_bytes(std::string_view text) -> std::span<std::byte const>
{
    return std::as_bytes(std::span(text));
}

/// A picture of this project, or one of the odd little ones beside the tests.
inline auto photo(std::string const& name) -> std::filesystem::path
{
    return std::filesystem::path(HUSK_ROOT) / "examples/photos" / name;
}
inline auto sample(std::string const& name) -> std::filesystem::path
{
    return std::filesystem::path(HUSK_ROOT) / "tests/io/data" / name;
}

/// Pixels that differ from their neighbours, gently, as JPEG likes it.
inline auto gradient(husk::extent size, int channels) -> husk::image<std::uint8_t>
{
    husk::image<std::uint8_t> made(size, channels);
    for (int y = 0; y < size.height; ++y)
        for (int x = 0; x < size.width; ++x)
            for (int c = 0; c < channels; ++c)
                made.view()(x, y, c) = static_cast<std::uint8_t>(40 + 2 * x + 3 * y + 20 * c);
    return made;
}

inline auto same(husk::packed<std::uint8_t const> a, husk::packed<std::uint8_t const> b, int tolerance = 0)
    -> bool
{
    if (a.size != b.size || a.channels != b.channels) return false;
    for (int y = 0; y < a.size.height; ++y)
        for (int x = 0; x < a.size.width; ++x)
            for (int c = 0; c < a.channels; ++c)
                if (std::abs(a(x, y, c) - b(x, y, c)) > tolerance) return false;
    return true;
}
