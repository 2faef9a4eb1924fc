// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "io/scratch.hpp"

#include <husk/io/atomic_file.hpp>

#include <csignal>

#if __has_include(<sys/resource.h>)
    #include <sys/resource.h>
#endif

using husk::atomic_file;
using Matchers::ContainsSubstring;

namespace {

void put(std::filesystem::path const& path, std::string_view text)
{
    atomic_file file(path);
    file.write(as_bytes(text));
    file.commit();
}

auto text_of(std::filesystem::path const& path) -> std::string
{
    auto const data = husk::detail::read_file(path);
    return {reinterpret_cast<char const*>(data.data()), data.size()};
}

} // namespace

TEST_CASE("atomic_file appears when it is committed, and leaves nothing else")
{
    scratch const folder;
    auto const path = folder / "a";
    {
        atomic_file file(path);
        file.write(as_bytes("hello"));
        CHECK_FALSE(exists(path));
        file.commit();
    }
    CHECK(text_of(path) == "hello");
    CHECK(folder.entries() == 1);
}

TEST_CASE("atomic_file that is not committed leaves the old file alone")
{
    scratch const folder;
    put(folder / "a", "old");
    {
        atomic_file file(folder / "a");
        file.write(as_bytes("new"));
        CHECK(folder.entries() == 2);
    }
    CHECK(text_of(folder / "a") == "old");
    CHECK(folder.entries() == 1);
    put(folder / "a", "new");
    CHECK(text_of(folder / "a") == "new");
}

TEST_CASE("atomic_file takes the longest name that the file system does")
{
    scratch const folder;
    std::string const longest(255, 'n');
    put(folder / longest, "x");
    CHECK(text_of(folder / longest) == "x");
}

TEST_CASE("atomic_file replaces a symbolic link, not what it points to")
{
    scratch const folder, elsewhere;
    put(elsewhere / "victim", "untouched");
    create_symlink(elsewhere / "victim", folder / "a");
    put(folder / "a", "mine");
    CHECK(text_of(elsewhere / "victim") == "untouched");
    CHECK_FALSE(is_symlink(folder / "a"));
}

TEST_CASE("atomic_file says what is wrong, and with which path")
{
    scratch const folder;
    put(folder / "file", "x");
    create_directory(folder / "folder");
    CHECK_THROWS_WITH(put(folder / "missing/a", "x"), ContainsSubstring("missing/a"));
    CHECK_THROWS_WITH(put(folder / "file/a", "x"), ContainsSubstring("ot a directory"));
    CHECK_THROWS_WITH(put(folder / "folder", "x"), ContainsSubstring("it is a directory"));
    CHECK_THROWS_WITH(put(folder / "", "x"), ContainsSubstring("it is a directory"));
    CHECK(folder.entries() == 2);
}

TEST_CASE("temporaries are known by their names, and by whose they are")
{
    scratch const folder;
    atomic_file const file(folder / "a.png");
    auto const temporary = std::filesystem::directory_iterator(folder.path())->path();
    CHECK(atomic_file::is_temporary(temporary));
    CHECK(temporary.filename().string().starts_with(atomic_file::temporary_prefix("elsewhere/a.png")));
    CHECK_FALSE(temporary.filename().string().starts_with(atomic_file::temporary_prefix("b.png")));
    CHECK_FALSE(atomic_file::is_temporary("a.png"));
    CHECK_FALSE(atomic_file::is_temporary(".husk-notes.part"));
}

#if __has_include(<sys/resource.h>)
TEST_CASE("atomic_file leaves nothing behind when the disk is full")
{
    scratch const folder;
    put(folder / "a", "old");
    rlimit before{};
    getrlimit(RLIMIT_FSIZE, &before);
    auto const handler = std::signal(SIGXFSZ, SIG_IGN);
    rlimit const tight{1000, before.rlim_max};
    setrlimit(RLIMIT_FSIZE, &tight);
    std::string message;
    try {
        put(folder / "a", std::string(1 << 20, 'x'));
    } catch (husk::error const& e) {
        message = e.what();
    }
    setrlimit(RLIMIT_FSIZE, &before);
    std::signal(SIGXFSZ, handler);
    CHECK_THAT(message, ContainsSubstring((folder / "a").string()) && ContainsSubstring("large"));
    CHECK(text_of(folder / "a") == "old");
    CHECK(folder.entries() == 1);
}
#endif
