// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "support.hpp"

#include <husk/husk.hpp>
#include <husk/preset/byol.hpp>
#include <husk/preset/moco.hpp>
#include <husk/preset/swav.hpp>

// What a key gives is a promise, for floats too: these digests hold on every machine, instruction set,
// compiler and optimisation level. examples/python/tests reads them here: the Python package gives the same
// bytes.

using husk::key;
using floats = husk::image<float, husk::planar>;

namespace {

constexpr key luck{.seed = 2021, .epoch = 1, .index = 42, .view = 2};

auto photo() -> husk::image<std::uint8_t> { return support::numbered({250, 187}); }

auto digests_of(auto const& sample) -> std::array<std::uint64_t, 3>
{
    floats query({64, 64}), key_view({64, 64}), negative({64, 64});
    husk::workspace memory;
    sample(luck, photo(), query, key_view, negative, memory);
    return {support::digest(query.view()), support::digest(key_view.view()),
            support::digest(negative.view())};
}

} // namespace

TEST_CASE("query, key and negative of a key never change", "[golden]")
{
    auto const patches = husk::contrastive(husk::preset::moco_v2(64), husk::patch_negative{.side = {8, 24}});
    CHECK(digests_of(patches) == std::array<std::uint64_t, 3>{0x095c5680455eafc3u, 0x107bd0575b779ecfu,
                                                              0x8ff613b7f2d49e8du}); // moco_v2, patches
    auto const textures =
        husk::contrastive(husk::preset::moco_v2(64), husk::texture_negative{.size = {128, 128}});
    CHECK(digests_of(textures) == std::array<std::uint64_t, 3>{0x095c5680455eafc3u, 0x107bd0575b779ecfu,
                                                               0x71831d46b3b2c03bu}); // moco_v2, textures
    auto const two = husk::contrastive(husk::preset::byol(1, 64), husk::preset::byol(2, 64),
                                       husk::grid_shuffle{.cells = 4});
    CHECK(digests_of(two) == std::array<std::uint64_t, 3>{0xd0f79a9738dbf051u, 0x490ecd5c3aaec18eu,
                                                          0xc67bce6104bcc335u}); // byol, shuffles
}

TEST_CASE("the crops of a key never change", "[golden]")
{
    std::vector<floats> large(2, floats({224, 224})), small(2, floats({96, 96}));
    husk::workspace memory;
    husk::preset::swav(2)(luck, photo(), memory, large, small);
    CHECK(support::digest(large[1].view()) == 0xfb1d3550b263012eu); // swav, large[1]
    CHECK(support::digest(small[1].view()) == 0x85c799534aa330afu); // swav, small[1]
}
