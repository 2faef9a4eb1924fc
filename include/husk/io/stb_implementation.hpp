// SPDX-License-Identifier: MIT
#pragma once
#pragma GCC system_header // stb is not ours to warn about

// To be included in exactly ONE unit of a program that uses io/read.hpp or io/write.hpp: it is the body of
// stb_image and stb_image_write, and takes seconds to compile. A program that has such a unit already
// (STB_IMAGE_IMPLEMENTATION, STB_IMAGE_WRITE_IMPLEMENTATION) needs no second one.
#define STBI_ONLY_JPEG
#define STBI_ONLY_PNG
#define STBI_ONLY_BMP
#define STB_IMAGE_IMPLEMENTATION
#define STB_IMAGE_WRITE_IMPLEMENTATION
#include <husk/io/stb.hpp>
#undef STB_IMAGE_IMPLEMENTATION
#undef STB_IMAGE_WRITE_IMPLEMENTATION
