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
    pyramid_candidates(arena& memory, quilt_rules const& rules, std::span<exemplar const> exemplars,
                       int channels)
    {
        if (rules.search != quilt_search::pyramid) return;
        constexpr int spare = 4; // of the blocks around, each may have one that has to stay out
        auto const most =
            static_cast<int>(std::min<std::int64_t>(rules.finalists, picture_sizes(exemplars).area()));
        search_.emplace(memory, exemplars, channels, rules.block, rules.overlap, most + spare);
        found_ = memory.take<priced_place>(static_cast<std::size_t>(most));
    }

    template <class Arch>
    void fill(word_pictures const& whole)
    {
        if (search_) search_->fill<Arch>(whole);
    }

    /// Lists them where there is something laid to compare them with; those for which out(spot) holds stay
    /// out, unless all do.
    template <class Arch, class Under, class Out>
    auto find(word_pictures const& whole, Under const& u, Out const& out, candidate_list& candidates) -> bool
    {
        if (!search_ || (!u.has_left && !u.has_top)) return false;
        auto const best = [&](auto const& counts) {
            return search_->best<Arch>(whole, u.block, u.has_left, u.has_top, u.words, counts, found_);
        };
        auto n = best([&](spot const& s) { return !out(s); });
        if (n == 0) n = best([](spot const&) { return true; });
        candidates.take(found_.first(n));
        return true;
    }

private:
    std::optional<pyramid_search> search_;
    std::span<priced_place> found_;
};

} // namespace husk::detail
