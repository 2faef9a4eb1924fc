// SPDX-License-Identifier: MIT
#include "allocations.hpp"
#include "catch.hpp"
#include "support.hpp"

#include <husk/husk.hpp>

TEST_CASE("a workspace grows, and only grows", "[pipeline]")
{
    husk::workspace w;
    CHECK(w.capacity() == 0);
    (void)w.fit(1024);
    CHECK(w.capacity() == 1024);
    auto const before = support::allocations();
    auto small = w.fit(10);
    CHECK(support::allocations() == before);
    CHECK(w.capacity() == 1024);
    CHECK(small.take<char>(1024).size() == 1024);
    CHECK(support::allocations() == before);
}

TEST_CASE("after warm-up nothing allocates", "[pipeline]")
{
    auto const source = support::numbered({100, 80});
    husk::image<std::uint8_t> target({100, 80});
    auto const t = husk::patch_negative{.side = {4, 40}, .rotations = true} |
                   husk::maybe(.5f, husk::grid_shuffle{.cells = 5}) |
                   husk::one_of(husk::grid_shuffle{.pixels = 3}, husk::patch_negative{.side = {9, 9}});
    husk::workspace memory;
    // The room depends on the draw; the largest that this pipeline can ask for comes first.
    for (std::uint64_t i = 0; i < 300; ++i) husk::apply(t, husk::key{.index = i}, source, target, memory);
    auto const before = support::allocations();
    for (std::uint64_t i = 0; i < 300; ++i)
        husk::apply(t, husk::key{.epoch = 1, .index = i}, source, target, memory);
    CHECK(support::allocations() == before);

    std::vector const sources(8, husk::packed<std::uint8_t const>(source));
    std::vector<husk::image<std::uint8_t>> images(8, target);
    std::vector<husk::packed<std::uint8_t>> targets(images.begin(), images.end());
    auto const before_batch = support::allocations();
    husk::batch(husk::sequential{}, t, husk::key{.epoch = 2}, sources, targets, std::span(&memory, 1));
    CHECK(support::allocations() == before_batch);
}
