// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <husk/pipeline/executor.hpp>

#include <vector>

namespace {

/// What a user may write: here, one that runs the items backwards on two workers in turn.
struct backwards {
    auto workers() const -> long { return 2; }
    void bulk(int n, auto&& f) const
    {
        for (int i = n; i-- > 0;) f(i, i % 2);
    }
};
static_assert(husk::executor<backwards>);

struct no_workers {
    void bulk(int, auto&&) const {}
};
static_assert(!husk::executor<no_workers> && !husk::executor<int>);

} // namespace

TEST_CASE("sequential runs every item once, in order, on worker 0", "[pipeline]")
{
    std::vector<int> items;
    husk::sequential{}.bulk(5, [&](int item, int worker) {
        CHECK(worker == 0);
        items.push_back(item);
    });
    CHECK(items == std::vector{0, 1, 2, 3, 4});
}
