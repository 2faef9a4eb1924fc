// SPDX-License-Identifier: MIT
#pragma once
#include <husk/image/view.hpp>

#include <string>

/// Writes dark letters, `magnification` times 7 pixels high, with their top left corner at `at`. What does
/// not fit is cut off; characters beyond ASCII become question marks.
void letter(husk::packed<std::uint8_t> sheet, husk::point at, int magnification, std::string text);
