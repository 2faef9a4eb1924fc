// SPDX-License-Identifier: MIT
#pragma once
#include <husk/negative/grid_shuffle.hpp>
#include <husk/negative/patch_negative.hpp>
#include <husk/negative/quilt.hpp>
#include <husk/negative/texture_negative.hpp>

#include <variant>

namespace pixels {

/// Any of the negatives, known at run time.
struct negative {
    std::variant<husk::patch_negative, husk::grid_shuffle, husk::texture_negative, husk::quilt> kind;

    struct kernel;
    auto draw(husk::stream& g, husk::extent in) const -> kernel;

    /// Texture is taken from photographs as they were decoded; patches and cells from any pixels.
    auto is_sewn() const -> bool { return kind.index() >= 2; }
};

struct negative::kernel {
    std::variant<husk::patch_negative::kernel, husk::grid_shuffle::kernel, husk::texture_negative::kernel,
                 husk::quilt::kernel>
        chosen;

    auto size(husk::extent in) const -> husk::extent
    {
        return std::visit([&](auto const& k) { return k.size(in); }, chosen);
    }
    auto room(husk::extent in, int channels) const -> std::size_t
    {
        return std::visit([&](auto const& k) { return k.room(in, channels); }, chosen);
    }

    template <class Arch, husk::view V>
    auto arrange(V source, husk::arena& memory) const -> husk::mosaic
    {
        auto const lay = [&](auto const& k) -> husk::mosaic {
            if constexpr (!is_sewn<decltype(k)> || is_photograph<V>)
                return k.template arrange<Arch>(source, memory);
            else throw husk::error("husk: negative is " + k.describe() + ": must be made from the image");
        };
        return std::visit(lay, chosen);
    }

    auto describe() const -> std::string
    {
        return std::visit([](auto const& k) { return k.describe(); }, chosen);
    }
    friend auto operator==(kernel const&, kernel const&) -> bool = default;

private:
    template <class K>
    static constexpr bool is_sewn =
        std::same_as<K, husk::texture_negative::kernel const&> || std::same_as<K, husk::quilt::kernel const&>;
    template <class V>
    static constexpr bool is_photograph =
        std::same_as<V, husk::packed<std::uint8_t const>> || std::same_as<V, husk::packed<float const>>;
};

inline auto negative::draw(husk::stream& g, husk::extent in) const -> kernel
{
    return std::visit([&](auto const& t) { return kernel{t.draw(g, in)}; }, kind);
}

static_assert(husk::transform<negative>);

} // namespace pixels
