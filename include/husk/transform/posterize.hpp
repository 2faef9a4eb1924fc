// SPDX-License-Identifier: MIT
#pragma once
#include <husk/transform/concept.hpp>

namespace husk {

/// Fewer levels: the upper `bits` of 8-bit levels, 1 to 8, the others 0 (Pillow's posterize, exactly).
/// Colours of other elements are clamped to [0, 1] and rounded to 8 bits first. Throws husk::error for other
/// numbers of bits.
struct posterize {
    int bits = 4;

    struct kernel {
        static constexpr bool channels_apart = true;

        int bits;

        template <class V>
        auto operator()(rgb<V> p) const -> rgb<V>
        {
            return {(*this)(p.r), (*this)(p.g), (*this)(p.b)};
        }
        template <class V>
        auto operator()(V v) const -> V
        {
            auto const step = static_cast<float>(256 >> bits);
            V const level = nearest(clamped(v) * 255.f);
            return floor(level * (1 / step)) * step / 255.f;
        }

        auto describe() const -> std::string { return "posterize{" + detail::text(bits) + "}"; }
        friend auto operator==(kernel const&, kernel const&) -> bool = default;
    };

    auto draw(stream&, extent) const -> kernel
    {
        detail::require(bits >= 1 && bits <= 8, "posterize.bits", bits, "must lie in [1, 8]");
        return {bits};
    }
};

static_assert(transform<posterize>);

} // namespace husk
