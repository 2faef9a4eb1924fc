// SPDX-License-Identifier: MIT
#pragma once
#include <husk/kernel/guide.hpp>
#include <husk/rng/stream.hpp>

namespace husk {

/// What decides which candidate becomes the next block of a quilt.
enum class quilt_choice : std::uint8_t {
    seam,   ///< the cost of its cheapest cut: what an eye will see of the joint
    overlap ///< the squared differences over the whole overlap, as Efros and Freeman chose
};

namespace detail {

/// The parameters of a quilt, settled to integers.
struct quilt_rules {
    int block, overlap;
    int candidates, finalists;  // 0: all
    std::int32_t balance_q8;    // in 1/256
    std::int32_t tolerance_q10; // in 1/1024
    quilt_choice choice;

    friend constexpr auto operator==(quilt_rules const&, quilt_rules const&) -> bool = default;
};

struct candidate {
    int exemplar, order;
    point at;
    std::int64_t cost, score; // of its joint, and with the price of being seen again
};

/// The exemplars and offsets of the blocks that are laid around a place: a candidate that continues one of
/// them would copy the exemplar, however large the quilt.
struct neighbourhood {
    struct offset {
        int exemplar;
        point by;
        friend constexpr auto operator==(offset const&, offset const&) -> bool = default;
    };
    std::array<offset, 4> blocks;
    int count = 0;

    auto continued_by(candidate const& c, point to) const -> bool
    {
        auto const* const end = blocks.begin() + count;
        return std::find(blocks.begin(), end, offset{c.exemplar, c.at - to}) != end;
    }
};

/// The candidates for one place, at first all or a random draw of all places in all exemplars. Neighbours
/// cover half of a block's overlaps, so that an exemplar's border is seldom shown: the draw is from a range
/// that reaches half an overlap past it, and what falls there is moved to the border.
class candidate_list {
public:
    candidate_list(arena& memory, quilt_rules const& rules, std::span<exemplar const> exemplars) :
        rules_(rules), exemplars_(exemplars)
    {
        // A block that is cropped by the border fits in more places than a whole one.
        std::int64_t places = 0;
        for (auto const& e : exemplars) places += e.window.size.area();
        auto const most = rules.candidates > 0 ? std::min<std::int64_t>(rules.candidates, places) : places;
        memory_ = memory.take<candidate>(static_cast<std::size_t>(most));
    }

    /// Draws the candidates of size `block` for a place; those that continue a neighbour stay out, unless all
    /// do.
    template <class Arch>
    void draw(extent block, point to, neighbourhood const& near, stream& g);

    /// Keeps the `n` of least score, in the order they were drawn.
    template <class Arch>
    void keep_best(std::size_t n);

    /// Keeps those for which keep(candidate) holds, unless that is none.
    template <class Arch, class Keep>
    void keep_if(Keep const& keep);

    auto all() -> std::span<candidate> { return memory_.first(count_); }

    /// The price of being seen, in the currency of seams: balance x (mean distance of two exemplar pixels)^2
    /// / 72.
    auto weight(guide const& g) const -> std::int64_t;

private:
    /// Where a block can lie in `whole`, and `past` the border of it.
    static auto range(extent whole, extent block, extent past) -> extent
    {
        return {whole.width - block.width + 1 + 2 * past.width,
                whole.height - block.height + 1 + 2 * past.height};
    }
    auto places(extent block, extent past) const -> std::int64_t
    {
        std::int64_t all = 0;
        for (auto const& e : exemplars_) all += range(e.window.size, block, past).area();
        return all;
    }
    /// Less than half the block: there are never more places than pixels.
    auto reach(extent block) const -> extent
    {
        return {std::min(rules_.overlap / 2, (block.width - 1) / 2),
                std::min(rules_.overlap / 2, (block.height - 1) / 2)};
    }
    auto numbered(std::int64_t place, extent block, extent past, int order) const -> candidate;

    quilt_rules rules_;
    std::span<exemplar const> exemplars_;
    std::span<candidate> memory_;
    std::size_t count_ = 0;
};

inline auto candidate_list::numbered(std::int64_t place, extent block, extent past, int order) const
    -> candidate
{
    std::size_t e = 0;
    for (; place >= range(exemplars_[e].window.size, block, past).area(); ++e)
        place -= range(exemplars_[e].window.size, block, past).area();
    auto const whole = exemplars_[e].window.size;
    point const last{whole.width - block.width, whole.height - block.height};
    auto const columns = static_cast<std::uint32_t>(range(whole, block, past).width);
    auto const n = static_cast<std::uint32_t>(place);
    point const at{static_cast<int>(n % columns) - past.width, static_cast<int>(n / columns) - past.height};
    return {static_cast<int>(e), order, {std::clamp(at.x, 0, last.x), std::clamp(at.y, 0, last.y)}, 0, 0};
}

template <class Arch>
void candidate_list::draw(extent block, point to, neighbourhood const& near, stream& g)
{
    auto const inside = places(block, {});
    bool const every = rules_.candidates == 0 || rules_.candidates >= inside;
    auto const past = every ? extent{} : reach(block);
    auto const all = places(block, past);
    count_ = static_cast<std::size_t>(every ? all : rules_.candidates);
    for (std::size_t i = 0; i < count_; ++i) {
        auto const place = every ? static_cast<std::int64_t>(i) : g.below(static_cast<std::uint32_t>(all));
        memory_[i] = numbered(place, block, past, static_cast<int>(i));
    }
    keep_if<Arch>([&](candidate const& c) { return !near.continued_by(c, to); });
}

template <class Arch>
void candidate_list::keep_best(std::size_t n)
{
    if (count_ <= n) return;
    auto const begin = memory_.begin(), end = begin + static_cast<std::ptrdiff_t>(count_);
    auto const cut = begin + static_cast<std::ptrdiff_t>(n);
    std::nth_element(begin, cut, end, [](candidate const& a, candidate const& b) {
        return a.score != b.score ? a.score < b.score : a.order < b.order;
    });
    std::sort(begin, cut, [](candidate const& a, candidate const& b) { return a.order < b.order; });
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
    constexpr std::uint32_t pairs = 2048;
    auto const pick = [&](std::uint32_t hash) {
        return static_cast<int>(std::uint64_t{hash} * static_cast<std::uint32_t>(g.pixels()) >> 32);
    };
    std::int64_t sum = 0; // any fixed scatter of pairs will do
    for (std::uint32_t i = 0; i < pairs; ++i)
        sum += g.distance(pick(i * 2654435761u), pick(i * 2246822519u + 0x9E3779B9u));
    auto const in_rgb = sum * 3 / g.channels();
    auto const price = in_rgb * in_rgb * rules_.balance_q8 / (std::int64_t{pairs} * pairs * 72);
    return rules_.balance_q8 > 0 ? std::max<std::int64_t>(price, 1)
                                 : 0; // even where all is nearly one colour
}

} // namespace detail
} // namespace husk
