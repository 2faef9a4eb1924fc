// SPDX-License-Identifier: MIT
#pragma once
#include <husk/transform/concept.hpp>

#include <array>
#include <cmath>

namespace husk {

/// Any linear change of colour, clamped to [0, 1]: out = matrix (r, g, b, 1), row by row. The default changes
/// nothing. Images with one channel stay. Throws husk::error for numbers that are not finite.
struct color_matrix {
    using row = std::array<float, 4>; ///< weights of r, g and b, and what is added

    std::array<row, 3> matrix{row{1, 0, 0, 0}, row{0, 1, 0, 0}, row{0, 0, 1, 0}};

    struct kernel {
        std::array<row, 3> matrix;

        template <class V>
        auto operator()(rgb<V> p) const -> rgb<V>
        {
            auto const mixed = [&](row const& m) {
                return clamped(p.r * m[0] + p.g * m[1] + p.b * m[2] + m[3]);
            };
            return {mixed(matrix[0]), mixed(matrix[1]), mixed(matrix[2])};
        }

        auto describe() const -> std::string
        {
            std::string all;
            for (auto const& r : matrix)
                for (float const m : r) all += (all.empty() ? "" : ", ") + detail::text(m);
            return "color_matrix{" + all + "}";
        }
        friend auto operator==(kernel const&, kernel const&) -> bool = default;
    };

    auto draw(stream&, extent) const -> kernel
    {
        for (auto const& r : matrix)
            for (float const m : r)
                detail::require(std::isfinite(m), "color_matrix.matrix", m, "must be finite");
        return {matrix};
    }
};

static_assert(transform<color_matrix>);

} // namespace husk
