// SPDX-License-Identifier: MIT
#pragma once
#include "catch.hpp"
#include "every_transform.hpp"
#include "support.hpp"

// What a key gives is a promise: these digests of u8 outputs hold on every machine, instruction set, compiler
// and optimisation level. A change here changes everybody's data, and needs a line in the changelog.

namespace golden {

/// Compares the digest of each transform with the next of a list.
struct checks {
    std::uint64_t const*& expected;

    template <husk::transform T>
    void operator()(char const* name, T const& t) const
    {
        INFO(name);
        auto const out =
            husk::apply(t, {.seed = 2021, .epoch = 1, .index = 42, .view = 2}, support::numbered({73, 58}));
        CHECK(support::digest(out.view()) == *expected++);
    }
};

} // namespace golden
