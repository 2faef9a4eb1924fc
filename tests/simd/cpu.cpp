// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <husk/simd/cpu.hpp>

#include <fstream>

using husk::simd::isa;
using husk::simd::runs;

TEST_CASE("this machine runs what this program is compiled for, and all that is before it", "[simd]")
{
    CHECK(runs(husk::simd::this_isa));
#if defined(__x86_64__)
    CHECK(runs(isa::sse2));
    CHECK((!runs(isa::avx512bw) || runs(isa::avx2)));
    CHECK((!runs(isa::avx2) || runs(isa::sse4_2)));
    CHECK_FALSE(runs(isa::neon64));
#endif
}

#if defined(__x86_64__) && defined(__linux__)
// The kernel knows what it keeps: it leaves out of its list what it does not.
TEST_CASE("a processor's instruction sets are those that the kernel names", "[simd]")
{
    std::ifstream list("/proc/cpuinfo");
    std::string line;
    while (std::getline(list, line) && line.find("flags") != 0) {}
    auto const has = [&](std::initializer_list<char const*> flags) {
        for (std::string const flag : flags)
            if ((line + ' ').find(' ' + flag + ' ') == std::string::npos) return false;
        return true;
    };
    if (line.empty()) return;
    CHECK(runs(isa::sse4_2) == has({"sse4_2", "popcnt"}));
    CHECK(runs(isa::avx2) == has({"avx2", "fma", "bmi1", "bmi2", "f16c", "movbe", "abm"}));
    CHECK(runs(isa::avx512bw) ==
          (runs(isa::avx2) && has({"avx512f", "avx512bw", "avx512cd", "avx512dq", "avx512vl"})));
}
#endif
