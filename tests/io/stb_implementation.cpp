// SPDX-License-Identifier: MIT
#include <husk/io/stb_implementation.hpp>

// The one unit of the tests that holds stb; that they link is the test.
