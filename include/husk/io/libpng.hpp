// SPDX-License-Identifier: MIT
#pragma once
#include <png.h>

#include <csetjmp>

// libpng ends what fails by longjmp, which destroys nothing. So each run of it is one function that calls
// setjmp and, like the callbacks that libpng calls, has only plain values; what owns memory lives outside.
namespace husk::detail {

[[noreturn]] inline void libpng_gives_up(png_structp png, png_const_charp) { png_longjmp(png, 1); }
inline void libpng_warns(png_structp, png_const_charp) {}

/// libpng's state for one file that is read. `png` is null when there was no memory.
struct libpng_input {
    png_structp png = png_create_read_struct(PNG_LIBPNG_VER_STRING, nullptr, libpng_gives_up, libpng_warns);
    png_infop info = png ? png_create_info_struct(png) : nullptr;

    libpng_input() = default;
    libpng_input(libpng_input const&) = delete;
    auto operator=(libpng_input const&) -> libpng_input& = delete;
    ~libpng_input() { png_destroy_read_struct(&png, &info, nullptr); }
};

} // namespace husk::detail
