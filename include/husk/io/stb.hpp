// SPDX-License-Identifier: MIT

// No #pragma once: stb's headers guard themselves, and io/stb_implementation.hpp comes here a second time.
// The declarations of stb_image and stb_image_write, wherever the packager put them. The functions themselves
// come from one unit of the program: see io/stb_implementation.hpp.
#if __has_include(<stb/stb_image.h>)
    #include <stb/stb_image.h>
    #include <stb/stb_image_write.h>
#else
    #include <stb_image.h>
    #include <stb_image_write.h>
#endif
