// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <husk/kernel/recent_rows.hpp>
#include <husk/pipeline/workspace.hpp>
#include <husk/simd/arch.hpp>

#include <vector>

namespace {

using arch = husk::simd::scalar;

/// Rows that hold their number, and a list of those that were pulled.
struct numbered_rows {
    std::vector<int> pulled;

    auto source(husk::extent size) -> husk::row_source
    {
        return {size, 3, this, [](void* self, int y, husk::row const& to) {
                    static_cast<numbered_rows*>(self)->pulled.push_back(y);
                    for (int c = 0; c < 3; ++c) std::fill_n(to[c], to.width, static_cast<float>(10 * y + c));
                }};
    }
};

} // namespace

TEST_CASE("recent rows are pulled once while a window slides down or up", "[kernel]")
{
    for (bool const down : {true, false}) {
        numbered_rows rows;
        husk::workspace room;
        auto memory = room.fit(1 << 16);
        auto const recent = husk::recent_rows::take<arch>(memory, rows.source({7, 20}), 5);
        for (int i = 0; i < 16; ++i) {
            int const first = down ? i : 15 - i;
            recent.fetch<arch>(first, first + 4);
            for (int y = first; y < first + 5; ++y)
                for (int c = 0; c < 3; ++c) CHECK(recent.at<arch>(y)[c][6] == static_cast<float>(10 * y + c));
        }
        CHECK(rows.pulled.size() == 20);
    }
}

TEST_CASE("recent rows jump, and hold all of a low image", "[kernel]")
{
    numbered_rows rows;
    husk::workspace room;
    auto memory = room.fit(1 << 16);
    auto const far = husk::recent_rows::take<arch>(memory, rows.source({3, 100}), 3);
    for (int const y : {50, 0, 97, 97, 2, 3}) {
        far.fetch<arch>(y, y + 2);
        for (int i = 0; i < 3; ++i) CHECK(far.at<arch>(y + i)[1][0] == static_cast<float>(10 * (y + i) + 1));
    }
    rows.pulled.clear();
    auto const low = husk::recent_rows::take<arch>(memory, rows.source({3, 2}), 40);
    low.fetch<arch>(0, 1);
    low.fetch<arch>(0, 1);
    CHECK(rows.pulled == std::vector{0, 1});
}
