// SPDX-License-Identifier: MIT
#pragma once
#include <husk/kernel/grey_shorts.hpp>
#include <husk/kernel/luma.hpp>
#include <husk/kernel/short_point.hpp>
#include <husk/transform/concept.hpp>

namespace husk {

/// Every colour's luma, in all three channels (torchvision's rgb_to_grayscale with three). Images with one
/// channel stay. From u8 to u8, where nothing else computes, it is done in 16 bits: within .008 of a level of
/// the luma, then rounded.
struct grayscale {
    struct kernel {
        static constexpr bool brief = true, needs_whole_pixels = true;

        template <class V>
        auto operator()(rgb<V> p) const -> rgb<V>
        {
            V const grey = luma(p);
            return {grey, grey, grey};
        }

        template <class Arch>
        auto over_bytes() const -> std::optional<detail::short_point<Arch, detail::grey_shorts>>
        {
            return detail::short_point<Arch, detail::grey_shorts>(detail::grey_shorts{});
        }

        auto describe() const -> std::string { return "grayscale{}"; }
        friend auto operator==(kernel const&, kernel const&) -> bool = default;
    };

    auto draw(stream&, extent) const -> kernel { return {}; }
};

static_assert(transform<grayscale>);

} // namespace husk
