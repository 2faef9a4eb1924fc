// SPDX-License-Identifier: MIT
#pragma once
#include <husk/image/view.hpp>
#include <husk/kernel/guide.hpp>

#include <cmath>

namespace husk::detail {

/// Pixels of any element as levels 0 to 255, for kernels that look at pixels which they only move. Bytes are
/// their own levels; other elements are stretched from the range that the exemplars have, infinities and NaN
/// left out.
template <view V>
class levels {
public:
    using element = std::remove_const_t<element_of<V>>;

    levels(std::span<V const> sources, std::span<exemplar const> exemplars) :
        sources_(sources), exemplars_(exemplars)
    {
        if constexpr (sizeof(element) > 1) find_range();
    }

    /// A row of an exemplar, as a function of x and the channel.
    auto row(std::size_t e, int y) const
    {
        auto const& w = exemplars_[e];
        auto const& v = sources_[static_cast<std::size_t>(w.source)];
        auto const* const first = &v(w.window.at.x, w.window.at.y + y, 0);
        return [this, first, right = step(v, {1, 0}, 0), deep = step(v, {0, 0}, 1)](int x, int c) {
            return level_of(first[x * right + c * deep]);
        };
    }
    auto operator()(std::size_t e, int x, int y, int c) const -> std::uint8_t { return row(e, y)(x, c); }

private:
    /// From the first element to one further right, or of the next channel, where there is one.
    static auto step(V const& v, point by, int channel) -> std::ptrdiff_t
    {
        bool const there = by.x < v.size.width && channel < v.channels;
        return there ? &v(by.x, by.y, channel) - &v(0, 0, 0) : 0;
    }
    auto pixel(std::size_t e, int x, int y, int c) const -> element
    {
        auto const& w = exemplars_[e];
        return sources_[static_cast<std::size_t>(w.source)](w.window.at.x + x, w.window.at.y + y, c);
    }

    auto level_of(element v) const -> std::uint8_t
    {
        if constexpr (sizeof(element) == 1) return v;
        else if constexpr (std::same_as<element, std::uint16_t>) {
            auto const range = static_cast<unsigned>(high_ - low_);
            return range == 0 ? std::uint8_t{0}
                              : static_cast<std::uint8_t>((v - static_cast<unsigned>(low_)) * 255u / range);
        } else {
            // A difference, a product and a truncation: nothing that a compiler could fuse, so the same
            // everywhere.
            auto const t = (static_cast<float>(v) - low_) * scale_;
            return t < 255.f ? (t > 0.f ? static_cast<std::uint8_t>(t) : std::uint8_t{0})
                             : infinite_or_high(t);
        }
    }
    static auto infinite_or_high(float t) -> std::uint8_t { return t >= 255.f ? 255 : 0; } // NaN is black

    void find_range()
    {
        bool any = false;
        for (std::size_t e = 0; e < exemplars_.size(); ++e)
            for (int y = 0; y < exemplars_[e].window.size.height; ++y)
                for (int x = 0; x < exemplars_[e].window.size.width; ++x)
                    for (int c = 0; c < sources_[0].channels; ++c) {
                        auto const v = static_cast<float>(pixel(e, x, y, c));
                        if (!std::isfinite(v)) continue;
                        low_ = any ? std::min(low_, v) : v;
                        high_ = any ? std::max(high_, v) : v;
                        any = true;
                    }
        auto const range = high_ - low_;
        scale_ = std::isnormal(range) && std::isfinite(255.999f / range) ? 255.999f / range : 0.f;
    }

    std::span<V const> sources_;
    std::span<exemplar const> exemplars_;
    float low_ = 0, high_ = 0, scale_ = 0;
};

} // namespace husk::detail
