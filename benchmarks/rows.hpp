// SPDX-License-Identifier: MIT
#pragma once
#include "quiet.hpp"

#include <cstring>
#include <functional>
#include <string>
#include <vector>

namespace bench {

/// Does the work once; called with 0, 1, 2, ..., to make another key of.
using work = std::function<void(std::uint64_t)>;

/// A line of a table. `make` sets up (images, workspaces) and returns the work; it runs when first needed.
struct row {
    std::string name;
    std::function<work()> make;
    int images = 1; ///< that one piece of work makes
};

/// The row that the others of its table are compared with: memcpy of as many bytes.
auto memcpy_of(std::size_t bytes) -> row;

/// Rows that are compared with each other, and with the first, which is memcpy_of where that makes sense:
/// their samples are interleaved. Make one as a global variable in benchmarks/<folder>/<file>.cpp.
struct table {
    table(std::string const& name, std::vector<row> const& rows);
};

/// Makes the compiler believe that somebody reads what `p` points to.
inline void keep(void const* p) { asm volatile("" : : "g"(p) : "memory"); }

inline auto memcpy_of(std::size_t bytes) -> row
{
    return {"memcpy of the same bytes", [bytes]() -> work {
                std::vector<unsigned char> const from(bytes, 1);
                std::vector<unsigned char> to(bytes);
                return [from, to](std::uint64_t) mutable {
                    keep(from.data());
                    std::memcpy(to.data(), from.data(), from.size());
                    keep(to.data());
                };
            }};
}

} // namespace bench
