// SPDX-License-Identifier: MIT
#include <husk/husk.hpp>

#include <cstdio>

auto made_elsewhere(husk::image<std::uint8_t> const& photo) -> husk::image<std::uint8_t>;

// Two units that include everything must link, and agree.
auto main() -> int
{
    husk::image<std::uint8_t> photo({64, 48});
    for (std::size_t i = 0; i < photo.elements(); ++i) photo.data()[i] = static_cast<std::uint8_t>(i * 7);
    auto const negative = husk::apply(husk::patch_negative{.side = {4, 16}}, {.seed = 1}, photo);
    auto const same = negative == made_elsewhere(photo);
    std::puts(same ? "two units agree" : "two units differ");
    return same && !(negative == photo) ? 0 : 1;
}
