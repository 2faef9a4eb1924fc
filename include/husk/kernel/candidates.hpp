// SPDX-License-Identifier: MIT
#pragma once
#include <husk/kernel/block_grid.hpp>
#include <husk/kernel/drawn_places.hpp>

namespace husk::detail {

/// A place that may be taken for the next block.
struct candidate {
    int exemplar;
    point at;
    std::int64_t cost, score; // of its joint, and with the price of being seen again
};

/// The candidates for one place, at first those that are drawn.
class candidate_list {
public:
    candidate_list(arena& memory, quilt_rules const& rules, std::span<exemplar const> exemplars) :
        rules_(rules), drawn_(memory, rules, exemplars), memory_(memory.take<candidate>(drawn_.most())),
        kept_(memory.take<candidate>(
            std::min(static_cast<std::size_t>(std::max(rules.finalists, 0)), drawn_.most())))
    {
    }

    /// Draws the candidates of size `block` for a place; those that continue a neighbour stay out, unless all
    /// do.
    template <class Arch>
    void draw(extent block, stream& g)
    {
        drawn_.draw<Arch>(block, g);
        count_ = drawn_.lanes().count;
        for (std::size_t i = 0; i < count_; ++i) {
            auto const [e, at] = drawn_.lanes()[i];
            memory_[i].exemplar = e, memory_[i].at = at;
        }
    }
    /// How many can be drawn.
    auto most() const -> std::size_t { return drawn_.most(); }
    /// Those that were drawn, all of them and in the same order.
    auto drawn() const -> place_lanes const& { return drawn_.lanes(); }

    /// Takes these as the candidates, as many as are drawn at most.
    void take(std::span<priced_place const> found)
    {
        count_ = found.size();
        for (std::size_t i = 0; i < count_; ++i)
            memory_[i] = {found[i].place.exemplar, found[i].place.at, found[i].cost, 0};
    }

    /// Keeps the one of least score(candidate) of every n-th, the first of equals: where the list is a random
    /// draw, the best of n smaller draws. Those for which out(candidate) holds stay out, unless a whole draw
    /// does.
    template <class Arch, class Score, class Out>
    void keep_best(std::size_t n, Score const& score, Out const& out);

    /// Keeps those for which keep(candidate) holds, unless that is none.
    template <class Arch, class Keep>
    void keep_if(Keep const& keep);

    auto all() -> std::span<candidate> { return memory_.first(count_); }

    /// Any whose score is within the tolerance.
    template <class Arch>
    auto any(stream& g) -> spot
    {
        auto least = memory_[0].score;
        for (auto const& c : all()) least = std::min(least, c.score);
        keep_if<Arch>([limit = rules_.limit(least)](candidate const& c) { return c.score <= limit; });
        auto const n = static_cast<std::uint32_t>(count_);
        auto const& c = memory_[n > 1 ? g.below(n) : 0];
        return {c.exemplar, c.at};
    }

    /// The price of being seen, in the currency of seams: balance x (mean distance of two exemplar pixels)^2
    /// / 72; or in that of absolute differences, so that a mean mismatch weighs as much: balance x distance
    /// / 24.
    auto weight(guide const& g) const -> std::int64_t;

private:
    /// Of every n-th from j on, by score(candidate).
    template <class Score>
    auto best_of(std::size_t j, std::size_t n, Score const& score) const -> std::size_t
    {
        auto best = j;
        auto least = score(memory_[j]);
        for (std::size_t i = j + n; i < count_; i += n) {
            auto const s = score(memory_[i]);
            bool const better = s < least;
            best = better ? i : best, least = better ? s : least;
        }
        return best;
    }

    static constexpr auto worst = std::numeric_limits<std::int64_t>::max(); ///< a score

    quilt_rules rules_;
    drawn_places drawn_;
    std::span<candidate> memory_, kept_;
    std::size_t count_ = 0;
};

/// Without a jump that depends on the scores, which no processor could guess.
template <class Arch, class Score, class Out>
void candidate_list::keep_best(std::size_t n, Score const& score, Out const& out)
{
    for (std::size_t j = 0; j < n; ++j) {
        auto best = best_of(j, n, [&](candidate& c) { return c.score = score(c); });
        for (; memory_[best].score < worst && out(memory_[best]);
             best = best_of(j, n, [](candidate const& c) { return c.score; }))
            memory_[best].score = worst;
        kept_[j] = memory_[best];
    }
    std::copy_n(kept_.begin(), n, memory_.begin());
    count_ = n;
}

template <class Arch, class Keep>
void candidate_list::keep_if(Keep const& keep)
{
    auto const begin = memory_.begin(), end = begin + static_cast<std::ptrdiff_t>(count_);
    if (std::none_of(begin, end, keep)) return;
    count_ =
        static_cast<std::size_t>(std::remove_if(begin, end, [&](auto const& c) { return !keep(c); }) - begin);
}

inline auto candidate_list::weight(guide const& g) const -> std::int64_t
{
    if (rules_.balance_q8 == 0) return 0;
    constexpr std::uint32_t pairs = 2048;
    auto const pick = [&](std::uint32_t hash) {
        return static_cast<int>(std::uint64_t{hash} * static_cast<std::uint32_t>(g.pixels()) >> 32);
    };
    auto const distance = [&](int a, int b) {
        int d = 0;
        for (int shift = 0; shift < 32; shift += 8)
            d += std::abs(static_cast<int>(g.words(0)[a] >> shift & 255) -
                          static_cast<int>(g.words(0)[b] >> shift & 255));
        return std::min(d, g.cap());
    };
    std::int64_t sum = 0; // any fixed scatter of pairs will do
    for (std::uint32_t i = 0; i < pairs; ++i)
        sum += distance(pick(i * 2654435761u), pick(i * 2246822519u + 0x9E3779B9u));
    auto const in_rgb = sum * 3 / g.channels();
    auto const price = rules_.choice == quilt_choice::sad
                           ? sum * rules_.balance_q8 / (std::int64_t{pairs} * 24)
                           : in_rgb * in_rgb * rules_.balance_q8 / (std::int64_t{pairs} * pairs * 72);
    return std::max<std::int64_t>(price, 1); // even where all is nearly one colour
}

} // namespace husk::detail
