// SPDX-License-Identifier: MIT
#pragma once
#include <husk/core/extent.hpp>
#include <husk/core/point.hpp>

#include <span>

namespace husk::detail {

/// A place in an exemplar: where a block's top left corner may come from.
struct spot {
    int exemplar = 0;
    point at;

    friend constexpr auto operator==(spot const&, spot const&) -> bool = default;
};

/// A place and what it costs.
struct priced_place {
    spot place;
    std::uint32_t cost = 0;

    friend constexpr auto operator==(priced_place const&, priced_place const&) -> bool = default;
};

/// All places of a block in all exemplars, numbered exemplar by exemplar and row by row.
class places {
public:
    places(std::span<extent const> exemplars, extent block) : exemplars_(exemplars), block_(block) {}

    /// Of an exemplar: how many places there are in a row, and how many rows.
    auto range(std::size_t e) const -> extent
    {
        auto const r =
            extent{exemplars_[e].width - block_.width + 1, exemplars_[e].height - block_.height + 1};
        return r.empty() ? extent{} : r;
    }
    auto exemplars() const -> std::span<extent const> { return exemplars_; }
    auto block() const -> extent { return block_; }

    auto count() const -> std::size_t
    {
        std::int64_t all = 0;
        for (std::size_t e = 0; e < exemplars_.size(); ++e) all += range(e).area();
        return static_cast<std::size_t>(all);
    }

    auto at(std::size_t number) const -> spot
    {
        auto n = static_cast<std::int64_t>(number);
        std::size_t e = 0;
        for (; n >= range(e).area(); ++e) n -= range(e).area();
        auto const columns = range(e).width;
        return {static_cast<int>(e), {static_cast<int>(n % columns), static_cast<int>(n / columns)}};
    }

    /// Calls f(number, spot) for each.
    template <class F>
    void for_each(F const& f) const
    {
        std::size_t number = 0;
        for (std::size_t e = 0; e < exemplars_.size(); ++e)
            for (int y = 0; y < range(e).height; ++y)
                for (int x = 0; x < range(e).width; ++x, ++number)
                    f(number, spot{static_cast<int>(e), {x, y}});
    }

private:
    std::span<extent const> exemplars_;
    extent block_;
};

} // namespace husk::detail
