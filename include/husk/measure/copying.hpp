// SPDX-License-Identifier: MIT
#pragma once
#include <husk/measure/coherence.hpp>

#include <algorithm>
#include <numeric>
#include <vector>

namespace husk {

/// How much of an output is copied in one piece.
struct copying {
    double coherent = 0;          ///< fraction of the pairs of neighbours that are coherent
    double largest_component = 0; ///< share of the output that the largest coherent piece has

    friend auto operator==(copying const&, copying const&) -> bool = default;
};

namespace detail {

/// Disjoint sets of pixels that grow together.
class components {
public:
    explicit components(std::size_t n) : parent_(n), size_(n, 1)
    {
        std::iota(parent_.begin(), parent_.end(), std::size_t{0});
    }

    void join(std::size_t a, std::size_t b)
    {
        a = root(a), b = root(b);
        if (a == b) return;
        if (size_[a] < size_[b]) std::swap(a, b);
        parent_[b] = a;
        size_[a] += size_[b];
    }

    auto largest() const -> std::size_t { return *std::ranges::max_element(size_); }

private:
    auto root(std::size_t i) -> std::size_t
    {
        while (parent_[i] != i) i = parent_[i] = parent_[parent_[i]];
        return i;
    }

    std::vector<std::size_t> parent_, size_;
};

} // namespace detail

/// How much `map` copies in one piece: an identity, a crop or a flip gives {1, 1}. A map of one pixel has no
/// pairs and is a copy too. Throws husk::error for an empty map.
inline auto copying_of(coordinate_map const& map) -> copying
{
    detail::require(!map.size().empty(), "map.size", map.size(), "must be positive");
    auto const pixels = static_cast<std::size_t>(map.size().area());
    auto const index = [&](point p) {
        return static_cast<std::size_t>(p.y) * static_cast<std::size_t>(map.size().width) +
               static_cast<std::size_t>(p.x);
    };
    detail::components pieces(pixels);
    std::size_t pairs = 0, together = 0;
    for_each_pair(map, [&](point p, point q, bool coherent) {
        ++pairs;
        if (!coherent) return;
        ++together;
        pieces.join(index(p), index(q));
    });
    return {pairs == 0 ? 1 : static_cast<double>(together) / static_cast<double>(pairs),
            static_cast<double>(pieces.largest()) / static_cast<double>(pixels)};
}

} // namespace husk
