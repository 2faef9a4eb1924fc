// SPDX-License-Identifier: MIT
#include <husk/io/stb_implementation.hpp>
