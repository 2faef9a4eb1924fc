// SPDX-License-Identifier: MIT
#pragma once

// Catch2, version 2 (one header) or 3 (many): tests use what is in both, and Matchers instead of Approx.
#if __has_include(<catch2/catch_test_macros.hpp>)
    #include <catch2/catch_template_test_macros.hpp>
    #include <catch2/catch_test_macros.hpp>
    #include <catch2/generators/catch_generators.hpp>
    #include <catch2/generators/catch_generators_adapters.hpp>
    #include <catch2/generators/catch_generators_range.hpp>
    #include <catch2/matchers/catch_matchers_exception.hpp>
    #include <catch2/matchers/catch_matchers_floating_point.hpp>
    #include <catch2/matchers/catch_matchers_string.hpp>
#else
    #include <catch2/catch.hpp>

namespace Catch::Matchers {

/// Version 3's name of Contains.
inline auto ContainsSubstring(std::string const& text) { return Contains(text); }

} // namespace Catch::Matchers
#endif

namespace Matchers = Catch::Matchers;
