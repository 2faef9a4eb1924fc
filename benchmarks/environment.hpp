// SPDX-License-Identifier: MIT
#pragma once
#include <husk/core/version.hpp>
#include <husk/simd/arch.hpp>

#include <benchmark/benchmark.h>
#include <xsimd/xsimd.hpp>

#include <fstream>
#include <string>
#include <utility>
#include <vector>

namespace bench {

/// What figures depend on, by name; without it they are no figures. Printed above the tables, and in the
/// context of --benchmark_out's JSON.
using environment = std::vector<std::pair<std::string, std::string>>;

/// The rest of the first line of a file that begins so; or "unknown".
inline auto line_of(char const* path, std::string const& beginning) -> std::string
{
    std::ifstream file(path);
    for (std::string line; std::getline(file, line);)
        if (line.starts_with(beginning)) {
            auto const from = line.find_first_not_of(" \t:", beginning.size());
            return from == line.npos ? "" : line.substr(from);
        }
    return "unknown";
}

inline auto compiler() -> std::string
{
#if defined(__clang__)
    return "clang " __clang_version__;
#else
    return "g++ " __VERSION__;
#endif
}

inline auto this_environment() -> environment
{
    auto const number = [](int major, int minor, int patch) {
        return std::to_string(major) + "." + std::to_string(minor) + "." + std::to_string(patch);
    };
    return {{"cpu", line_of("/proc/cpuinfo", "model name")},
            {"governor", line_of("/sys/devices/system/cpu/cpu0/cpufreq/scaling_governor", "")},
            {"kernel", line_of("/proc/sys/kernel/osrelease", "")},
            {"compiler", compiler()},
            {"flags", HUSK_FLAGS},
            {"instructions", husk::simd::best::name()},
            {"husk", number(HUSK_VERSION_MAJOR, HUSK_VERSION_MINOR, HUSK_VERSION_PATCH)},
            {"xsimd", number(XSIMD_VERSION_MAJOR, XSIMD_VERSION_MINOR, XSIMD_VERSION_PATCH)}};
}

} // namespace bench
