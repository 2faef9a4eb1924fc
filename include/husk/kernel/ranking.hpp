// SPDX-License-Identifier: MIT
#pragma once
#include <husk/kernel/candidates.hpp>
#include <husk/kernel/small_strips.hpp>
#include <husk/kernel/usage.hpp>

namespace husk::detail {

/// Scores all candidates that were drawn for a block, quickly: by samples of their joints, and by how often
/// their pixels have been shown.
class ranking {
public:
    ranking(arena& memory, std::size_t most) :
        costs_(memory.take<std::int32_t>(most + place_lanes::slack)),
        shown_(memory.take<std::uint32_t>(most + place_lanes::slack))
    {
    }

    /// `strips` hold what is laid under the block, of which `seen` is likely to stay visible; `weight` is
    /// that of being shown.
    template <class Arch>
    void score(candidate_list& candidates, small_strips const& strips, guide const& small, usage const& used,
               rect const& seen, std::int64_t weight)
    {
        auto const& places = candidates.drawn();
        strips.sample<Arch>(small, places, costs_.data());
        used.prices<Arch>(places, seen.at, shown_.data());
        auto const per_cost = strips.sampled_times() * 256 * seen.size.area();
        auto const per_shown = weight * strips.sampled_per() * usage::side * usage::side;
        auto const all = candidates.all();
        for (std::size_t i = 0; i < all.size(); ++i)
            all[i].score = per_cost * costs_[i] + per_shown * shown_[i];
    }

private:
    std::span<std::int32_t> costs_;  // of joints
    std::span<std::uint32_t> shown_; // in cells
};

} // namespace husk::detail
