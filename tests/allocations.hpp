// SPDX-License-Identifier: MIT
#pragma once
#include <cstddef>

namespace support {

/// How often the test program has allocated so far; tests look at differences.
auto allocations() -> std::size_t;

} // namespace support
