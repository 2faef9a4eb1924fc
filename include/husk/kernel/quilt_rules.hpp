// SPDX-License-Identifier: MIT
#pragma once
#include <cstdint>

namespace husk {

/// What decides which candidate becomes the next block of a quilt.
enum class quilt_choice : std::uint8_t {
    seam, ///< the cost of its cheapest cut: what an eye will see of the joint
    ssd,  ///< the squared differences over the whole overlap, as Efros and Freeman chose
    sad   ///< the absolute differences over the whole overlap: as good to the eye, and sooner found
};

/// Which places of the exemplars are candidates for the next block of a quilt.
enum class quilt_search : std::uint8_t {
    drawn,      ///< a random draw of them
    exhaustive, ///< every place there is
    pyramid     ///< those that fit best at half the resolution, moved to where they fit best at the full one
};

namespace detail {

/// The parameters of a quilt, settled to integers.
struct quilt_rules {
    int block, overlap;
    int candidates, finalists;  // 0: all
    std::int32_t balance_q8;    // in 1/256
    std::int32_t tolerance_q10; // in 1/1024
    quilt_choice choice;
    quilt_search search = quilt_search::drawn;

    /// Whether sums over the overlap of every place decide, which needs no list of candidates.
    auto sums_every_place() const -> bool
    {
        return search == quilt_search::exhaustive && choice != quilt_choice::seam;
    }

    /// How many candidates are listed for a block; 0: all.
    auto listed() const -> int
    {
        if (search == quilt_search::pyramid) return finalists;
        return sums_every_place() ? 1 : search == quilt_search::exhaustive ? 0 : candidates;
    }

    /// What may be taken where the least score is this: not much more, by the tolerance.
    auto limit(std::int64_t least) const -> std::int64_t
    {
        return least + (least >> 10) * tolerance_q10 + ((least & 1023) * tolerance_q10 >> 10);
    }

    friend constexpr auto operator==(quilt_rules const&, quilt_rules const&) -> bool = default;
};

} // namespace detail
} // namespace husk
