// SPDX-License-Identifier: MIT
#include <husk/io/read.hpp>
#include <husk/io/stb_implementation.hpp>
#include <husk/io/write.hpp>

// The one unit of the tests that holds stb, between headers that need it; that they link is the test.
