// SPDX-License-Identifier: MIT
#pragma once
#include <husk/image/view.hpp>

#include <concepts>
#include <span>
#include <vector>

namespace pixels {

enum class element : std::uint8_t { u8, f32, f16 };
enum class layout : std::uint8_t { packed, planar };

/// What pixels are and how they lie, known at run time.
struct kind {
    element of = element::f32;
    layout laid = layout::planar;

    friend auto operator==(kind const&, kind const&) -> bool = default;
};

/// A view without its type; strides in elements.
struct picture {
    void* data = nullptr;
    husk::extent size;
    int channels = 3;
    std::ptrdiff_t pitch = 0;
    std::ptrdiff_t plane = 0; ///< of planar pixels
};

/// The view of type V that a picture is.
template <class Arch, husk::view V>
auto view_of(picture const& p) -> V
{
    auto* const data = static_cast<husk::element_of<V>*>(p.data);
    if constexpr (requires(V v) { v.plane; }) return {data, p.size, p.channels, p.pitch, p.plane};
    else return {data, p.size, p.channels, p.pitch};
}

template <class Arch, husk::view V>
auto views_of(std::span<picture const> pictures) -> std::vector<V>
{
    std::vector<V> views;
    views.reserve(pictures.size());
    for (auto const& p : pictures) views.push_back(view_of<Arch, V>(p));
    return views;
}

} // namespace pixels
