// SPDX-License-Identifier: MIT
#pragma once
#include <cstdint>

namespace husk {

/// What becomes of an image: `colours` for pictures; `labels` for masks, which only move, and to the nearest.
enum class content : std::uint8_t { colours, labels };

} // namespace husk
