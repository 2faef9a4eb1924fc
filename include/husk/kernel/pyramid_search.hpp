// SPDX-License-Identifier: MIT
#pragma once
#include <husk/kernel/distance_search.hpp>
#include <husk/kernel/laid_bytes.hpp>
#include <husk/kernel/least_places.hpp>

namespace husk::detail {

/// The places of a block that fit best at half the resolution, each moved by up to a pixel to where it fits
/// best at the full one, by sums of absolute differences. It need not find the best of all.
class pyramid_search {
public:
    /// Takes its memory, or counts it: for up to `most` places.
    pyramid_search(arena& memory, picture_sizes const& exemplars, int channels, int block, int width,
                   int most) :
        width_(width),
        bytes_(memory, exemplars, channels),
        coarse_(memory, exemplars, channels, half(block), half(width), 2),
        laid_(memory, block, width, channels),
        best_(memory.take<std::uint64_t>(static_cast<std::size_t>(most)))
    {
        std::int64_t n = 0;
        for (std::size_t e = 0; e < exemplars.size(); ++e)
            n += extent{half(exemplars[e].width), half(exemplars[e].height)}.area();
        costs_ = memory.take<std::uint32_t>(static_cast<std::size_t>(n));
    }

    /// Takes the exemplars' levels from level(exemplar, x, y, channel), 0 to 255.
    template <class Arch, class Level>
    void fill(Level const& level)
    {
        bytes_.fill<Arch>(level);
        coarse_.fill_rows<Arch>([&](std::size_t e, int y) {
            auto const size = bytes_.sizes()[e];
            auto const *const top = bytes_.at(e, {0, 2 * y}), *const bottom = bytes_.at(
                                                                  e,
                                                                  {0, std::min(2 * y + 1, size.height - 1)});
            return [top, bottom, size, y, channels = bytes_.channels()](int x, int c) {
                return mean<Arch>(
                    x, y, size, [&](int i, int j) { return (j == 2 * y ? top : bottom)[i * channels + c]; });
            };
        });
    }

    /// The best places for a block for which counts(spot) holds, up to out.size(), none of them twice, in the
    /// order of their costs at half the resolution, and of their numbers where these are equal.
    template <class Arch, class Laid, class Counts>
    auto best(extent block, bool has_left, bool has_top, Laid const& laid, Counts const& counts,
              std::span<priced_place> out) -> std::size_t;
    template <class Arch, class Laid>
    auto best(extent block, bool has_left, bool has_top, Laid const& laid, std::span<priced_place> out)
        -> std::size_t
    {
        return best<Arch>(
            block, has_left, has_top, laid, [](spot const&) { return true; }, out);
    }

private:
    static constexpr auto half(int n) -> int { return (n + 1) / 2; }

    /// The mean of four pixels; at the end of an odd side the last stands for the one that is missing.
    template <class Arch, class At>
    static auto mean(int x, int y, extent whole, At const& at) -> int
    {
        int const left = 2 * x, right = std::min(left + 1, whole.width - 1);
        int const top = 2 * y, bottom = std::min(top + 1, whole.height - 1);
        return (at(left, top) + at(right, top) + at(left, bottom) + at(right, bottom) + 2) / 4;
    }

    /// The n best places at half the resolution, by cost and number, the best first.
    template <class Arch>
    auto ranked(std::size_t places, std::size_t n) -> std::span<std::uint64_t const>;
    template <class Arch>
    auto refined(spot coarse, extent range) const -> priced_place;

    int width_;
    byte_pictures bytes_;
    distance_search coarse_;
    laid_bytes laid_;
    std::span<std::uint64_t> best_;
    std::span<std::uint32_t> costs_;
};

/// A heap of the best so far, of which the worst is known: at first the least of stretches, so that most
/// places are not even looked at.
template <class Arch>
auto pyramid_search::ranked(std::size_t places, std::size_t n) -> std::span<std::uint64_t const>
{
    auto const heap = best_.first(std::min(n, places));
    if (heap.empty()) return heap;
    auto const costs = std::span<std::uint32_t const>(costs_).first(places);
    auto const key = [&](std::size_t i) { return std::uint64_t{costs[i]} << 32 | i; };
    auto const stretch = std::max<std::size_t>(1, places / (4 * heap.size()));
    auto const least_of = [&](std::size_t begin) {
        return key(begin + place_of_least<Arch>(costs.subspan(begin, std::min(stretch, places - begin))));
    };
    auto const offer = [&](std::uint64_t better) {
        if (better >= heap.front()) return;
        std::pop_heap(heap.begin(), heap.end());
        heap.back() = better;
        std::push_heap(heap.begin(), heap.end());
    };
    for (std::size_t i = 0; i < heap.size(); ++i) heap[i] = least_of(i * stretch);
    std::make_heap(heap.begin(), heap.end());
    for (auto i = heap.size() * stretch; i < places; i += stretch) offer(least_of(i));
    auto const worst = [&] { return static_cast<std::uint32_t>(heap.front() >> 32); };
    auto limit = worst();
    for_each_at_most<Arch>(costs, limit, [&](std::size_t i) {
        if (std::find(heap.begin(), heap.end(), key(i)) == heap.end()) offer(key(i)), limit = worst();
    });
    std::sort_heap(heap.begin(), heap.end());
    return heap;
}

template <class Arch>
auto pyramid_search::refined(spot coarse, extent range) const -> priced_place
{
    priced_place best{{}, ~0u};
    for (int y = 2 * coarse.at.y - 1; y <= 2 * coarse.at.y + 1; ++y)
        for (int x = 2 * coarse.at.x - 1; x <= 2 * coarse.at.x + 1; ++x) {
            if (x < 0 || y < 0 || x >= range.width || y >= range.height) continue;
            spot const place{coarse.exemplar, {x, y}};
            auto const cost = laid_.distance<Arch>(bytes_, place);
            if (cost < best.cost) best = {place, cost};
        }
    return best;
}

template <class Arch, class Laid, class Counts>
auto pyramid_search::best(extent block, bool has_left, bool has_top, Laid const& laid, Counts const& counts,
                          std::span<priced_place> out) -> std::size_t
{
    laid_.read<Arch>(overlap_parts(block, width_, has_left, has_top), laid);
    extent const half_block{half(block.width), half(block.height)};
    places const coarse = coarse_.places_of(half_block), fine(bytes_.sizes(), block);
    auto const count = coarse.count();
    extent const top{block.width, std::min(width_, block.height)},
        left{std::min(width_, block.width), block.height};
    auto const laid_mean = [&](int x, int y, int c) {
        return mean<Arch>(x, y, has_top && 2 * y < width_ ? top : left,
                          [&](int i, int j) { return int{laid(i, j, c)}; });
    };
    coarse_.costs<Arch>(half_block, has_left, has_top, laid_mean, costs_.first(count));
    std::size_t n = 0;
    for (auto const key : ranked<Arch>(count, best_.size())) {
        if (n == out.size()) break;
        auto const place = coarse.at(key & 0xffffffffu);
        auto const found = refined<Arch>(place, fine.range(static_cast<std::size_t>(place.exemplar)));
        auto const so_far = out.first(n);
        if (found.cost != ~0u && std::find(so_far.begin(), so_far.end(), found) == so_far.end() &&
            counts(found.place))
            out[n++] = found;
    }
    return n;
}

} // namespace husk::detail
