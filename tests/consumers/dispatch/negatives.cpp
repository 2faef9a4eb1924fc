// SPDX-License-Identifier: MIT
#include "negatives.hpp"

#include <husk/husk.hpp>

template <>
auto make_negatives<husk::simd::this_isa>(std::vector<husk::image<std::uint8_t>> const& photos, husk::key key,
                                          husk::workspace& memory) -> std::vector<float>
{
    constexpr husk::extent size{64, 64};
    constexpr auto view = husk::random_resized_crop{.size = size} | husk::color_jitter{.4f, .4f, .4f, .1f} |
                          husk::gaussian_blur{.sigma = {.1f, 2.f}} | husk::normalize{};
    husk::image<float, husk::planar> slot(size);
    std::vector<float> all;
    auto const add = [&](auto const& transform, auto const& photo) {
        husk::apply(transform, key, photo, slot, memory);
        all.insert(all.end(), slot.data(), slot.data() + slot.elements());
    };
    for (auto const& photo : photos) {
        add(view, photo);
        add(husk::patch_negative{.side = {4, 16}, .size = size}, photo);
        ++key.index;
    }
    return all;
}
