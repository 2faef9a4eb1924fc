// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <husk/kernel/copy.hpp>

#include <numeric>
#include <vector>

TEST_CASE("rows of every length are copied exactly, with any gaps between them", "[kernel]")
{
    std::vector<unsigned char> source(4000);
    std::iota(source.begin(), source.end(), static_cast<unsigned char>(1));
    struct gaps {
        std::size_t from, to;
    };
    for (std::size_t n = 1; n <= 300; ++n)
        for (auto const gap : {gaps{3, 7}, gaps{0, 7}, gaps{3, 0}, gaps{0, 0}}) {
            auto const from_pitch = static_cast<std::ptrdiff_t>(n + gap.from),
                       to_pitch = static_cast<std::ptrdiff_t>(n + gap.to);
            std::vector<unsigned char> fast(3 * (n + 7) + 64), slow(fast.size());
            for (int y = 0; y < 3; ++y)
                for (std::size_t i = 0; i < n; ++i)
                    slow[static_cast<std::size_t>(y * to_pitch) + i] =
                        source[static_cast<std::size_t>(y * from_pitch) + i];
            husk::detail::copy_rows<void>(reinterpret_cast<std::byte const*>(source.data()), from_pitch,
                                          reinterpret_cast<std::byte*>(fast.data()), to_pitch, n, 3);
            REQUIRE(fast == slow);
        }
}
