// SPDX-License-Identifier: MIT
#pragma once
#include <husk/kernel/mixed_shorts.hpp>
#include <husk/kernel/short_point.hpp>
#include <husk/transform/concept.hpp>

#include <array>
#include <cmath>
#include <optional>

namespace husk {

/// Any linear change of colour, clamped to [0, 1]: each channel of the output is a row times (r, g, b, 1).
/// The default changes nothing. Images with one channel stay. From u8 to u8, where nothing else computes,
/// weights less than 4 in size are taken to 13 bits, or more where all are smaller: within .05 of a level of
/// the colour, then rounded. Throws husk::error for numbers that are not finite.
struct color_matrix {
    using row = std::array<float, 4>; ///< weights of r, g and b, and what is added
    row red{1, 0, 0, 0}, green{0, 1, 0, 0}, blue{0, 0, 1, 0};

    struct kernel {
        static constexpr bool needs_whole_pixels = true;

        row red, green, blue;

        template <class V>
        auto operator()(rgb<V> p) const -> rgb<V>
        {
            auto const mixed = [&](row const& m) {
                return clamped(p.r * m[0] + p.g * m[1] + p.b * m[2] + m[3]);
            };
            return {mixed(red), mixed(green), mixed(blue)};
        }

        template <class Arch>
        auto over_bytes() const -> std::optional<detail::short_point<Arch, detail::mixed_shorts>>
        {
            auto const mixed = detail::mixed_shorts::of({red, green, blue});
            if (!mixed) return std::nullopt;
            return detail::short_point<Arch, detail::mixed_shorts>(*mixed);
        }

        auto describe() const -> std::string
        {
            std::string all;
            for (row const* const r : {&red, &green, &blue})
                for (float const m : *r) all += (all.empty() ? "" : ", ") + detail::text(m);
            return "color_matrix{" + all + "}";
        }
        friend auto operator==(kernel const&, kernel const&) -> bool = default;
    };

    auto draw(stream&, extent) const -> kernel
    {
        check("color_matrix.red", red);
        check("color_matrix.green", green);
        check("color_matrix.blue", blue);
        return {red, green, blue};
    }

private:
    static void check(std::string_view argument, row const& r)
    {
        for (float const m : r) detail::require(std::isfinite(m), argument, m, "must be finite");
    }
};

static_assert(transform<color_matrix>);

} // namespace husk
