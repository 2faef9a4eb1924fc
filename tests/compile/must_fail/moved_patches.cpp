// error: (static assertion failed|static_assert failed).*points and boxes cannot follow
// SPDX-License-Identifier: MIT
#include <husk/husk.hpp>
#include <husk/pipeline/moved.hpp>
#include <husk/transform/flip.hpp>

auto corner_of(husk::key const& k) -> husk::position
{
#ifdef WRONG
    husk::patch_negative const t; // a place may be seen twice there, or never
#else
    husk::random_horizontal_flip const t;
#endif
    return husk::moved(husk::draw(t, k, {90, 90}), husk::position{1, 2});
}
