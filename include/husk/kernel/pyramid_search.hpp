// SPDX-License-Identifier: MIT
#pragma once
#include <husk/kernel/coarse_search.hpp>
#include <husk/kernel/word_distances.hpp>

namespace husk::detail {

/// The places of a block that fit best at half the resolution, each moved by up to a pixel to where it fits
/// best at the full one, by sums of absolute differences. It need not find the best of all.
class pyramid_search {
public:
    /// Takes its memory, or counts it: for up to `most` places.
    pyramid_search(arena& memory, std::span<exemplar const> exemplars, int channels, int block, int width,
                   int most) :
        width_(width),
        sizes_(picture_sizes(exemplars).kept(memory)),
        coarse_(memory, exemplars, channels, block, width, static_cast<std::size_t>(most))
    {
    }

    template <class Arch>
    void fill(word_pictures const& whole)
    {
        coarse_.fill<Arch>(whole);
    }

    /// The best places for a block for which counts(spot) holds, up to out.size(), none of them twice, in the
    /// order of their costs at half the resolution, and of their numbers where these are equal. `laid` begins
    /// at the block's corner; its registers may be read past the ends of rows.
    template <class Arch, class Counts>
    auto best(word_pictures const& whole, extent block, bool has_left, bool has_top,
              word_rows<std::uint32_t const> laid, Counts const& counts, std::span<priced_place> out)
        -> std::size_t;

private:
    template <class Arch>
    static auto refined(word_pictures const& whole, overlap_parts const& o,
                        word_rows<std::uint32_t const> laid, spot const& coarse, extent range)
        -> priced_place;

    int width_;
    std::span<extent> sizes_;
    coarse_search coarse_;
};

/// Nine places together, where that many lie side by side.
template <class Arch>
auto pyramid_search::refined(word_pictures const& whole, overlap_parts const& o,
                             word_rows<std::uint32_t const> laid, spot const& coarse, extent range)
    -> priced_place
{
    priced_place best{{}, ~0u};
    point const center{2 * coarse.at.x, 2 * coarse.at.y};
    auto const there = whole.rows(static_cast<std::size_t>(coarse.exemplar));
    auto const measure = [&](point first, auto side) {
        word_distances<Arch, decltype(side)::value> distances;
        for (auto const& part : o.parts)
            distances.add(there.from(first + part.at), laid.from(part.at), part.size);
        for (int y = 0; y < side; ++y)
            for (int x = 0; x < side; ++x) {
                auto const at = first + point{x, y};
                if (std::abs(at.x - center.x) > 1 || std::abs(at.y - center.y) > 1) continue;
                auto const cost = distances.total(x, y);
                if (cost < best.cost) best = {{coarse.exemplar, at}, cost};
            }
    };
    auto const first = [](int middle, int places) { return std::clamp(middle - 1, 0, places - 3); };
    if (range.shorter_side() >= 3)
        measure({first(center.x, range.width), first(center.y, range.height)},
                std::integral_constant<int, 3>{});
    else
        for (int y = 0; y < range.height; ++y)
            for (int x = 0; x < range.width; ++x) measure({x, y}, std::integral_constant<int, 1>{});
    return best;
}

template <class Arch, class Counts>
auto pyramid_search::best(word_pictures const& whole, extent block, bool has_left, bool has_top,
                          word_rows<std::uint32_t const> laid, Counts const& counts,
                          std::span<priced_place> out) -> std::size_t
{
    overlap_parts const o(block, width_, has_left, has_top);
    places const coarse = coarse_.places_of(block), fine(sizes_, block);
    auto const& ranking = coarse_.template best<Arch>(block, has_left, has_top, laid);
    std::size_t n = 0;
    for (std::size_t i = 0; i < ranking.size() && n < out.size(); ++i) {
        auto const place = coarse.at(ranking.number(i));
        auto const found =
            refined<Arch>(whole, o, laid, place, fine.range(static_cast<std::size_t>(place.exemplar)));
        auto const so_far = out.first(n);
        if (found.cost != ~0u && std::find(so_far.begin(), so_far.end(), found) == so_far.end() &&
            counts(found.place))
            out[n++] = found;
    }
    return n;
}

} // namespace husk::detail
