// SPDX-License-Identifier: MIT
#pragma once
#include <husk/io/file.hpp>
#include <husk/io/name_hash.hpp>

#include <cstddef>
#include <random>
#include <span>

namespace husk {

/// A file that is there whole or not at all: it is written under a name of its own in the same folder and
/// takes the place of `path` when it is complete. An object that goes without commit() leaves nothing behind;
/// a process that is killed leaves the temporary, which is_temporary() knows. Nothing is
/// flushed to the disk: that costs milliseconds a file, and what was lost with the machine can be made again.
/// Every step throws husk::error that names the path and says why.
class atomic_file {
public:
    /// Opens the temporary; a folder that is missing is not made.
    explicit atomic_file(std::filesystem::path path) : path_(std::move(path))
    {
        std::error_code ignored;
        if (path_.filename().empty() || std::filesystem::is_directory(symlink_status(path_, ignored)))
            fail("it is a directory");
        constexpr int attempts = 8;
        for (int i = 0; i < attempts && !file_; ++i) {
            temporary_ = path_.parent_path() / (temporary_prefix(path_) + token());
            errno = 0;
            file_.reset(std::fopen(temporary_.string().c_str(), "wbx")); // x: never through somebody's link
            if (!file_ && errno != EEXIST) break;
        }
        if (!file_) fail(detail::system_reason());
        std::setvbuf(file_.get(), nullptr, _IONBF, 0); // files come whole
    }
    atomic_file(atomic_file const&) = delete;
    auto operator=(atomic_file const&) -> atomic_file& = delete;
    ~atomic_file() { drop(); }

    void write(std::span<std::byte const> bytes)
    {
        errno = 0;
        if (std::fwrite(bytes.data(), 1, bytes.size(), file_.get()) != bytes.size()) fail_and_drop();
    }

    /// The file appears under its name; what stood there before, a symbolic link too, is replaced.
    void commit()
    {
        errno = 0;
        if (std::fclose(file_.release()) != 0) fail_and_drop();
        std::error_code failure;
        std::filesystem::rename(temporary_, path_, failure);
        if (failure) fail_and_drop(failure.message());
        temporary_.clear();
    }

    /// Whether a file of this name is what a killed process left of some atomic_file.
    static auto is_temporary(std::filesystem::path const& path) -> bool
    {
        auto const name = path.filename().string();
        return name.size() == prefix.size() + 2 * digits + 1 + suffix.size() && name.starts_with(prefix) &&
               name.ends_with(suffix);
    }

    /// How the temporaries of `path` begin, and no other file's: whoever owns it may clear them away.
    static auto temporary_prefix(std::filesystem::path const& path) -> std::string
    {
        return std::string(prefix) + detail::hex(name_hash(path.filename().string())) + "-";
    }

private:
    // Short, whatever the length of the name, which may be the longest that the file system takes.
    static constexpr std::string_view prefix = ".husk-", suffix = ".part";
    static constexpr std::size_t digits = 16;

    static auto token() -> std::string
    {
        std::random_device chance;
        return detail::hex(std::uint64_t{chance()} << 32 | chance()) + std::string(suffix);
    }

    [[noreturn]] void fail(std::string_view why) const { detail::file_error("write", path_.string(), why); }
    [[noreturn]] void fail_and_drop(std::string const& why = detail::system_reason())
    {
        drop();
        fail(why);
    }
    void drop() noexcept
    {
        file_.reset();
        std::error_code ignored;
        if (!temporary_.empty()) std::filesystem::remove(temporary_, ignored);
        temporary_.clear();
    }

    std::filesystem::path path_, temporary_;
    detail::file_handle file_;
};

} // namespace husk
