// SPDX-License-Identifier: MIT
#pragma once
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

enum class method { texture, patch, shuffle };
enum class file_format { png, jpg };

/// Which part of the pictures this process makes: those whose hash leaves the remainder `index`.
struct shard {
    std::uint64_t index = 0, count = 1;
};

/// What the user asked for.
struct options {
    std::filesystem::path input, output;
    method how = method::texture;
    int size = 0; ///< side of the output in pixels; 0: a shuffle keeps the picture's own size
    int count = 1;
    std::uint64_t seed = 0;
    int threads = 0; ///< 0: as many as the machine runs at once
    file_format format = file_format::png;
    int quality = 95;
    shard part;
    bool resume = false, report = false;
    std::filesystem::path report_file;
};

auto to_string(method m) -> std::string;
auto to_string(file_format f) -> std::string;

/// Reads the command line; prints the help or what is wrong with it and returns the exit status in `status`
/// when there is nothing to do.
auto parse(int argc, char** argv, int& status) -> std::optional<options>;
