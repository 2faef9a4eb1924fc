// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <husk/kernel/row.hpp>
#include <husk/simd/arch.hpp>

#include <vector>

using husk::row;

TEST_CASE("channels of a row are padded to lines, an odd number of them", "[kernel]")
{
    for (int w = 1; w < 2000; ++w) {
        auto const floats = row::padded(w);
        CHECK(floats >= w + 16);
        CHECK(floats % 16 == 0);
        CHECK(floats / 16 % 2 == 1);
        CHECK(floats <= w + 16 + 31);
    }
}

TEST_CASE("a row is carved from an arena, or counted", "[kernel]")
{
    husk::arena count;
    auto const none = row::take(count, 20, 3);
    CHECK((none.data == nullptr && none.width == 20 && none.channels == 3));
    CHECK(count.used() >= 3 * 20 * sizeof(float));

    std::vector<std::byte> bytes(count.used() + 64);
    auto const shift = (64 - reinterpret_cast<std::uintptr_t>(bytes.data()) % 64) % 64;
    husk::arena memory{std::span<std::byte>(bytes).subspan(shift, count.used())};
    auto const r = row::take(memory, 20, 3);
    for (int c = 0; c < 3; ++c) {
        CHECK(reinterpret_cast<std::uintptr_t>(r[c]) % 64 == 0);
        CHECK(r[c] == r.data + c * row::padded(20));
    }
    CHECK(memory.used() == count.used());
}

TEST_CASE("a row source pulls from whatever it stands for", "[kernel]")
{
    float start = 5;
    husk::row_source const s{{3, 9}, 1, &start, [](void* self, int y, row const& to) {
                                 for (int x = 0; x < to.width; ++x)
                                     to[0][x] = *static_cast<float*>(self) + static_cast<float>(10 * y + x);
                             }};
    float out[3];
    s(4, row{out, 3, 3, 1});
    CHECK((out[0] == 45 && out[2] == 47));
}
