// SPDX-License-Identifier: MIT
#pragma once
#include "negative/negatives.hpp"

#include <husk/husk.hpp>
#include <husk/preset/moco.hpp>

namespace bench {

/// A bundled photograph of 500x375.
inline auto photo() -> husk::image<std::uint8_t>
{
    return husk::read_image(std::filesystem::path(HUSK_ROOT) / "examples/photos/chelsea.jpg");
}

/// Its middle, as large as the output.
inline auto square() -> husk::image<std::uint8_t> { return husk::apply(husk::center_crop{}, {}, photo()); }

/// A row that makes view after view of an 8-bit image, with another key each time, into T.
template <class T = std::uint8_t, template <class> class Layout = husk::packed, husk::transform V>
auto views(std::string name, V const& view, husk::image<std::uint8_t> (*load)() = square) -> row
{
    return {std::move(name), [view, load]() -> work {
                auto const source = load();
                husk::image<T, Layout> target(husk::draw(view, {}, source.size()).size());
                return [=, memory = std::make_shared<husk::workspace>()](std::uint64_t i) mutable {
                    husk::apply(view, {.seed = 1, .index = i}, source, target, *memory);
                    keep(target.data());
                };
            }};
}

} // namespace bench
