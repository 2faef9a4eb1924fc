// SPDX-License-Identifier: MIT
#pragma once
#include <husk/core/position.hpp>
#include <husk/kernel/byte_colour.hpp>
#include <husk/kernel/projected.hpp>
#include <husk/kernel/stage.hpp>

namespace husk {

/// An image seen through a projective map, in one resampling: `to_source` says where in the source each place
/// of the output lies. Pixel i covers [i, i + 1), its centre is i + .5. Outside, the border's rule says what
/// the filter sees. Masks take the nearest label, and 0 outside of what is constant.
///
/// One directly after another is resampled once, where both have the same filter and border: what the first
/// turns out of sight and the second back is seen then. A crop before it does limit what is seen, as in
/// torchvision, and costs nothing; nor does a flip.
struct projective {
    matrix3 to_source = unmapped;
    extent in, out;
    filter kind = filter::bilinear; ///< nearest, bilinear or bicubic; the others count as bicubic
    border outside = border::constant;
    std::array<float, 3> fill{};

    static constexpr int ends_walks = 0;
    static constexpr bool needs_image = true;

    auto size(extent) const -> extent { return out; }

    /// Where a place of the source lies in the output.
    auto forward(position p, extent) const -> position
    {
        auto const back = detail::adjugate(to_source);
        auto const at = [&](std::size_t r) { return detail::row_at(back, r, double{p.x}, double{p.y}); };
        return {static_cast<float>(at(0) / at(2)), static_cast<float>(at(1) / at(2))};
    }

    template <class Chain>
    void join(Chain& c) const
    {
        using Arch = typename Chain::architecture;
        if (to_source == unmapped && out == c.size()) return;
        bool const labels = c.what() == content::labels;
        sight seen{to_source, false, kind, outside, fill};
        if (labels) seen.kind = filter::nearest, seen.fill = {};
        bool const clamps = seen.kind != filter::nearest && seen.kind != filter::bilinear && c.bounded();
        auto const see = [&](auto const& image) {
            c.push_seen(projected<std::remove_cvref_t<decltype(image)>>{image, seen, clamps, out.width,
                                                                        detail::as_bytes<Arch>(seen.fill)},
                        out, seen);
        };
        if (auto const* const before = c.seen(); before && before->joins(seen)) {
            seen.to_image = detail::after<Arch>(before->to_image, to_source);
            c.look_behind(see);
        } else c.look(see);
    }

    auto describe() const -> std::string
    {
        std::string numbers;
        for (std::size_t i = 0; i < 9; ++i)
            numbers += (i == 0 ? "" : i % 3 == 0 ? "; " : " ") + detail::text(to_source[i]);
        return "projective{" + numbers + ", to " + to_string(out) + ", " + to_string(kind) + "}";
    }
    friend auto operator==(projective const&, projective const&) -> bool = default;
};

static_assert(kernel<projective>);

namespace detail {

/// What every transform that draws such a kernel refuses.
inline void require_sampling(std::string_view transform, filter kind, std::array<float, 3> const& fill)
{
    require(kind == filter::nearest || kind == filter::bilinear || kind == filter::bicubic,
            member{transform, ".resampling"}, kind, "must be nearest, bilinear or bicubic");
    for (float const f : fill)
        require(f >= -1e30f && f <= 1e30f, member{transform, ".fill"}, f, "must be finite");
}

} // namespace detail

} // namespace husk
