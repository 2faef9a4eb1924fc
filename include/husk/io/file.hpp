// SPDX-License-Identifier: MIT
#pragma once
#include <husk/core/error.hpp>

#include <cerrno>
#include <filesystem>
#include <memory>
#include <system_error>
#include <vector>

namespace husk::detail {

struct close_file {
    void operator()(std::FILE* f) const { std::fclose(f); }
};
using file_handle = std::unique_ptr<std::FILE, close_file>;

/// Throws "husk: cannot <deed> '<path>': <why>".
[[noreturn]] inline void file_error(std::string_view deed, std::string_view path, std::string_view why)
{
    raise(error("husk: cannot " + std::string(deed) + " '" + std::string(path) + "': " + std::string(why)));
}

/// What the system says of the call that failed last.
inline auto system_reason() -> std::string { return std::generic_category().message(errno); }

/// The most that is read of a file: what 31 bits count. Photographs are far smaller.
inline constexpr std::uintmax_t file_limit = 0x7fffffff;

/// How long the file is, once it is clear that it can be read: a pipe would wait, a device never end.
inline auto readable_length(std::filesystem::path const& path) -> std::size_t
{
    std::error_code failure;
    auto const status = std::filesystem::status(path, failure);
    if (status.type() == std::filesystem::file_type::not_found)
        file_error("read", path.string(), "there is no such file");
    if (failure) file_error("read", path.string(), failure.message());
    if (is_directory(status)) file_error("read", path.string(), "it is a directory");
    if (!is_regular_file(status)) file_error("read", path.string(), "it is not a regular file");
    auto const length = std::filesystem::file_size(path, failure);
    if (failure) file_error("read", path.string(), failure.message());
    if (length > file_limit)
        file_error("read", path.string(), "its " + text(length) + " bytes are too many; at most 2 GiB");
    if (length == 0) file_error("read", path.string(), "it is empty");
    return static_cast<std::size_t>(length);
}

/// All bytes of a regular file of at most 2 GiB, into memory that may be kept. Throws husk::error that names
/// the path and says why.
inline void read_file(std::filesystem::path const& path, std::vector<std::byte>& bytes)
{
    bytes.resize(readable_length(path));
    errno = 0;
    file_handle const file(std::fopen(path.string().c_str(), "rb"));
    if (!file) file_error("read", path.string(), system_reason());
    std::setvbuf(file.get(), nullptr, _IONBF, 0); // it is read at once
    auto const got = std::fread(bytes.data(), 1, bytes.size(), file.get());
    if (got != bytes.size())
        file_error("read", path.string(), std::ferror(file.get()) ? system_reason() : "it was cut meanwhile");
}

inline auto read_file(std::filesystem::path const& path) -> std::vector<std::byte>
{
    std::vector<std::byte> bytes;
    read_file(path, bytes);
    return bytes;
}

} // namespace husk::detail
