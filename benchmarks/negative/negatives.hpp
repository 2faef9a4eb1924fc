// SPDX-License-Identifier: MIT
#pragma once
#include "rows.hpp"

#include <husk/io/read.hpp>
#include <husk/pipeline/execute.hpp>

#include <filesystem>
#include <memory>

namespace bench {

inline constexpr husk::extent output{224, 224};
inline constexpr std::size_t elements = 224 * 224 * 3;

/// A row that makes negative after negative of one source: hot caches, another key each time.
template <class T, template <class> class Layout, husk::transform N>
auto negatives_of(std::string name, N const& negative, std::function<husk::image<T, Layout>()> load) -> row
{
    return {std::move(name), [negative, load = std::move(load)]() -> work {
                auto const source = load();
                husk::image<T, Layout> target(husk::draw(negative, {}, source.size()).size(),
                                              source.channels());
                return [=, memory = std::make_shared<husk::workspace>()](std::uint64_t i) mutable {
                    husk::apply(negative, {.seed = 1, .index = i}, source, target, *memory);
                    keep(target.data());
                };
            }};
}

/// For negatives that do not look at pixels: of an empty image.
template <class T, template <class> class Layout = husk::packed, husk::transform N>
auto negatives(std::string name, N const& negative) -> row
{
    return negatives_of<T, Layout>(std::move(name), negative, [] { return husk::image<T, Layout>(output); });
}

/// For those that do: of a bundled photograph, its levels in any element and layout.
template <class T, template <class> class Layout = husk::packed, husk::transform N>
auto negatives_of_photo(std::string name, N const& negative) -> row
{
    return negatives_of<T, Layout>(std::move(name), negative, [] {
        auto const photo = husk::read_image(std::filesystem::path(HUSK_ROOT) / "examples/photos/chelsea.jpg");
        husk::image<T, Layout> source(photo.size(), photo.channels());
        for (int y = 0; y < photo.size().height; ++y)
            for (int x = 0; x < photo.size().width; ++x)
                for (int c = 0; c < photo.channels(); ++c)
                    source.view()(x, y, c) = static_cast<T>(photo.view()(x, y, c));
        return source;
    });
}

} // namespace bench
