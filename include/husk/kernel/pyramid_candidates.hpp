// SPDX-License-Identifier: MIT
#pragma once
#include <husk/kernel/candidates.hpp>
#include <husk/kernel/pyramid_search.hpp>

#include <optional>

namespace husk::detail {

/// The candidates that a pyramid finds.
class pyramid_candidates {
public:
    /// Takes its memory, or counts it: none where others search.
    pyramid_candidates(arena& memory, quilt_rules const& rules, picture_sizes const& sizes, int channels)
    {
        if (rules.search != quilt_search::pyramid) return;
        auto const most = std::min<std::int64_t>(rules.found(), sizes.area());
        search_.emplace(memory, sizes, channels, rules.block, rules.overlap, static_cast<int>(most));
        found_ = memory.take<priced_place>(static_cast<std::size_t>(most));
    }

    template <class Arch, class Level>
    void fill(Level const& level)
    {
        if (search_) search_->fill<Arch>(level);
    }

    /// Lists them, the best first, where there is something laid to compare them with.
    template <class Arch, class Under>
    auto find(Under const& u, candidate_list& candidates) -> bool
    {
        if (!search_ || (!u.has_left && !u.has_top)) return false;
        candidates.take(found_.first(search_->best<Arch>(u.block, u.has_left, u.has_top, u.laid, found_)));
        return true;
    }

private:
    std::optional<pyramid_search> search_;
    std::span<priced_place> found_;
};

} // namespace husk::detail
