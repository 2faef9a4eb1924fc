// SPDX-License-Identifier: MIT
#pragma once
#include <husk/core/product.hpp>
#include <husk/kernel/recent_rows.hpp>
#include <husk/simd/real.hpp>
#include <husk/transform/concept.hpp>

#include <cstring>

namespace husk {

/// Sharpness as in Pillow and torchvision: factor x colour + (1 - factor) x smooth, clamped to [0, 1], where
/// smooth is [1 1 1; 1 5 1; 1 1 1] / 13 and, at the rim of the image, the colour itself. The factor is drawn
/// from `factor`, 0 (smooth) to 100; 1 changes nothing. Alpha stays as it is.
struct sharpness {
    interval<float> factor{.5f, 1.5f};

    struct kernel;
    auto draw(stream& g, extent in) const -> kernel;
};

struct sharpness::kernel {
    float factor;

    auto size(extent in) const -> extent { return in; }

    template <class Chain>
    void join(Chain& c) const
    {
        auto const in = c.size();
        if (c.what() == content::labels || factor == 1 || in.width < 3 || in.height < 3) return;
        auto const rows = recent_rows::take<typename Chain::architecture>(c.memory(), c.rows(), 3);
        c.push(stage{factor, in, rows, row::take(c.memory(), in.width + line, 1)}, in);
    }

    auto describe() const -> std::string { return "sharpness{" + detail::text(factor) + "}"; }
    friend auto operator==(kernel const&, kernel const&) -> bool = default;

private:
    static constexpr int line = arena::line / sizeof(float);
    struct stage;
};

struct sharpness::kernel::stage {
    float factor;
    extent in;
    recent_rows rows;
    row sums; // of a column of three; a line lies before the first

    template <class Arch>
    void pull(int y, row const& to) const
    {
        bool const rim = y == 0 || y + 1 == in.height;
        rows.fetch<Arch>(rim ? y : y - 1, rim ? y : y + 1);
        auto const from = rows.at<Arch>(y);
        for (int c = 0; c < to.channels; ++c)
            if (rim || c == 3)
                std::memcpy(to[c], from[c], static_cast<std::size_t>(in.width) * sizeof(float));
            else sharpen<Arch>(rows.at<Arch>(y - 1)[c], from[c], rows.at<Arch>(y + 1)[c], to[c]);
    }

private:
    template <class Arch>
    void sharpen(float const* above, float const* here, float const* below, float* to) const
    {
        using V = simd::real<Arch>;
        auto* const sum = sums.data + line;
        for (int x = 0; x < in.width; x += V::lanes)
            (V::load(above + x) + V::load(here + x) + V::load(below + x)).store(sum + x);
        // The smooth colour is (the nine + 4 of the middle) / 13.
        float const rest = 1 - factor;
        V const nine = rest / 13;
        V const middle = static_cast<float>(factor + detail::product<Arch>(rest, 4. / 13));
        for (int x = 0; x < in.width; x += V::lanes) {
            V const all = V::load(sum + x - 1) + V::load(sum + x) + V::load(sum + x + 1);
            clamped(V::load(here + x) * middle + all * nine).store(to + x);
        }
        to[0] = here[0];
        to[in.width - 1] = here[in.width - 1];
    }
};

inline auto sharpness::draw(stream& g, extent) const -> kernel
{
    detail::require_interval("sharpness.factor", factor, {0.f, 100.f});
    return {g.in(factor)};
}

static_assert(transform<sharpness>);

} // namespace husk
