// SPDX-License-Identifier: MIT
#include "rows.hpp"

#include <husk/husk.hpp>

namespace {

constexpr husk::extent size{224, 224};
constexpr std::size_t elements = 224 * 224 * 3;

/// A row that makes negative after negative of one image: hot caches, another key each time.
template <class T, template <class> class Layout = husk::packed, husk::transform N>
auto negatives(std::string name, N const& negative) -> bench::row
{
    return {std::move(name), [negative]() -> bench::work {
                husk::image<T, Layout> const source(size);
                husk::image<T, Layout> target(size);
                return [=, memory = std::make_shared<husk::workspace>()](std::uint64_t i) mutable {
                    husk::apply(negative, {.seed = 1, .index = i}, source, target, *memory);
                    bench::keep(target.data());
                };
            }};
}

bench::table const u8("u8 HWC, 224x224x3",
                      {bench::memcpy_of(elements),
                       negatives<std::uint8_t>("patch_negative, 16..72", husk::patch_negative{}),
                       negatives<std::uint8_t>("patch_negative, 32", husk::patch_negative{.side = {32, 32}}),
                       negatives<std::uint8_t>("patch_negative, 16..72, turned",
                                               husk::patch_negative{.flips = true, .rotations = true})});

bench::table const f32("f32 CHW, 224x224x3",
                       {bench::memcpy_of(elements * sizeof(float)),
                        negatives<float, husk::planar>("patch_negative, 16..72", husk::patch_negative{})});

} // namespace
