// SPDX-License-Identifier: MIT
#pragma once
#include <husk/kernel/block_grid.hpp>
#include <husk/kernel/candidates.hpp>
#include <husk/kernel/exhaustive_choice.hpp>
#include <husk/kernel/joint.hpp>
#include <husk/kernel/laid_words.hpp>
#include <husk/kernel/no_search.hpp>
#include <husk/kernel/pyramid_candidates.hpp>
#include <husk/kernel/ranking.hpp>
#include <husk/kernel/small_joint.hpp>

namespace husk::detail {

/// Lays a quilt block by block, in reading order, and remembers it as a mosaic. Every decision is made in
/// integers, so that it is the same on every machine.
template <bool Searches>
class quilting {
public:
    /// Takes its memory, or counts it. Every exemplar has room for a block.
    quilting(arena& memory, quilt_rules const& rules, std::span<exemplar const> exemplars, int channels,
             extent out) :
        rules_(rules),
        exemplars_(exemplars), grid_(rules, out), guide_(memory, exemplars, channels),
        small_(memory, exemplars, channels, small_strips::scale_for(rules.overlap)), used_(memory, exemplars),
        joint_(memory, rules), small_joint_(memory, rules.block, rules.overlap),
        candidates_(memory, rules, exemplars), ranking_(memory, candidates_.most()),
        exhaustive_(memory, rules, exemplars, channels), pyramid_(memory, rules, exemplars, channels),
        canvas_(memory, out, 1), small_canvas_(memory, out, small_.scale())
    {
        auto const n = static_cast<std::size_t>(grid_.size().area());
        pieces_ = memory.take<piece>(n);
        laid_ = memory.take<spot>(n);
        cuts_ = memory.take<std::uint16_t>(2 * n * static_cast<std::size_t>(rules.block));
    }

    /// level(exemplar, x, y, channel) is what the choice looks at, 0 to 255.
    template <class Arch, class Level>
    auto lay(Level const& level, stream& g) -> mosaic
    {
        guide_.fill<Arch>(level);
        if (by_seam()) small_.reduce<Arch>(guide_);
        auto const word_level = [words = guide_.words(0), parts = guide_.parts()](std::size_t e, int x, int y,
                                                                                  int c) {
            return static_cast<int>(words[guide::index(0, parts[e], {x, y})] >> 8 * c & 255);
        };
        exhaustive_.template fill<Arch>(word_level);
        pyramid_.template fill<Arch>(guide_.pictures());
        weight_ = candidates_.weight(guide_);
        for (int row = 0; row < grid_.size().height; ++row)
            for (int column = 0; column < grid_.size().width; ++column) lay_block<Arch>({column, row}, g);
        return {pieces_, cuts_};
    }

private:
    auto by_seam() const -> bool { return rules_.choice == quilt_choice::seam; }

    template <class Arch>
    void lay_block(point cell, stream& g)
    {
        auto const place = grid_.place_of(cell);
        joint_.read<Arch>(guide_, place, canvas_.at(place.at), canvas_.pitch());
        if (by_seam())
            small_joint_.read<Arch>(small_, place, small_canvas_.at(place.at), small_canvas_.pitch());
        auto const number = grid_.number(cell);
        laid_[number] = choose<Arch>(place, grid_.neighbours(cell, laid_), g);
        put<Arch>(laid_[number], place, number);
    }

    /// The score of a place: the cost of its joint, `per` of which are one, and the price of showing its
    /// pixels again.
    auto scored(spot const& s, rect const& seen, std::int64_t cost, std::int64_t per) const -> std::int64_t
    {
        auto const shown = used_.price(static_cast<std::size_t>(s.exemplar), s.at + seen.at);
        return cost * 256 * seen.size.area() + weight_ * per * shown;
    }
    template <class Arch>
    void score(candidate& c, rect const& seen, std::int64_t cost, std::int64_t per) const
    {
        c.cost = cost;
        c.score = scored({c.exemplar, c.at}, seen, cost, per);
    }

    template <class Arch, class Out>
    void rank(rect const& seen, Out const& out);
    template <class Arch>
    void guess(rect const& seen);
    template <class Arch>
    void sum_up(rect const& seen, bool summed);
    template <class Arch>
    auto choose(rect const& place, neighbourhood const& near, stream& g) -> spot;
    template <class Arch, class Under>
    auto choose_listed(Under const& under, rect const& seen, neighbourhood const& near, stream& g) -> spot;
    template <class Arch>
    void put(spot const& s, rect const& place, std::size_t number);

    quilt_rules rules_;
    std::span<exemplar const> exemplars_;
    block_grid grid_;
    guide guide_, small_;
    usage used_;
    joint joint_;
    small_joint small_joint_;
    candidate_list candidates_;
    ranking ranking_;
    std::conditional_t<Searches, exhaustive_choice, no_search> exhaustive_;
    std::conditional_t<Searches, pyramid_candidates, no_search> pyramid_;
    laid_words canvas_, small_canvas_;
    std::span<piece> pieces_;
    std::span<spot> laid_;
    std::span<std::uint16_t> cuts_;
    std::int64_t weight_ = 0;
};

/// Keeps the best by samples.
template <bool Searches>
template <class Arch, class Out>
void quilting<Searches>::rank(rect const& seen, Out const& out)
{
    ranking_.score<Arch>(candidates_, small_joint_.laid, small_, used_, seen, weight_);
    candidates_.keep_best<Arch>(
        static_cast<std::size_t>(rules_.finalists), [](candidate const& c) { return c.score; }, out);
}

/// Scores by the cheapest cuts, two at a time.
template <bool Searches>
template <class Arch>
void quilting<Searches>::guess(rect const& seen)
{
    auto const all = candidates_.all();
    for (std::size_t i = 0; i < all.size(); i += 2) {
        auto &a = all[i], &b = all[std::min(i + 1, all.size() - 1)];
        auto const [x, y] = small_joint_.guess<Arch>(small_, {{{a.exemplar, a.at}, {b.exemplar, b.at}}});
        score<Arch>(a, seen, x, 1);
        score<Arch>(b, seen, y, 1);
    }
}

/// Scores by the differences over the whole overlap, or by the costs that candidates have: absolute ones.
template <bool Searches>
template <class Arch>
void quilting<Searches>::sum_up(rect const& seen, bool summed)
{
    bool const squared = rules_.choice == quilt_choice::ssd;
    for (auto& c : candidates_.all()) {
        auto const& part = guide_.parts()[static_cast<std::size_t>(c.exemplar)];
        if (squared) c.cost = joint_.squares<Arch>(guide_, part, c.at);
        else if (!summed) c.cost = joint_.distances<Arch>(guide_, part, c.at);
        score<Arch>(c, seen, c.cost, joint_.pixels());
    }
}

/// A candidate without any error is a copy of what lies there, unless everything there is one colour; it
/// would make the next one a copy too, and so on through the exemplar.
template <bool Searches>
template <class Arch>
auto quilting<Searches>::choose(rect const& place, neighbourhood const& near, stream& g) -> spot
{
    auto const seen = grid_.core(place);
    if (weight_ > 0) used_.look_at<Arch>(seen.size);
    auto const laid = [words = canvas_.at(place.at), pitch = canvas_.pitch()](int x, int y, int c) {
        return static_cast<std::uint8_t>(words[y * pitch + x] >> 8 * c & 255);
    };
    laid_under<decltype(laid)> const under{
        place.size, joint_.has_left(), joint_.has_top(), laid, {canvas_.at(place.at), canvas_.pitch()}};
    if constexpr (Searches)
        if (rules_.sums_every_place()) {
            bool const copies = joint_.tells_copies<Arch>();
            return exhaustive_.template choose<Arch>(
                under,
                [&](spot const& s, std::int64_t cost) { return scored(s, seen, cost, joint_.pixels()); },
                [&](spot const& s, auto cost) { return near.holds(s) || (copies && cost == 0); }, g);
        }
    return choose_listed<Arch>(under, seen, near, g);
}

template <bool Searches>
template <class Arch, class Under>
auto quilting<Searches>::choose_listed(Under const& under, rect const& seen, neighbourhood const& near,
                                       stream& g) -> spot
{
    auto const spot_is_out = [&](spot const& s) {
        return near.holds(s) ||
               joint_.copied_by<Arch>(guide_, guide_.parts()[static_cast<std::size_t>(s.exemplar)], s.at);
    };
    auto const out = [&](candidate const& c) { return spot_is_out({c.exemplar, c.at}); };
    auto const finalists = static_cast<std::size_t>(rules_.finalists);
    bool const found = pyramid_.template find<Arch>(guide_.pictures(), under, spot_is_out, candidates_);
    if (!found) {
        candidates_.draw<Arch>(under.block, g);
        if (by_seam() && finalists > 0 && candidates_.all().size() > finalists) rank<Arch>(seen, out);
        else candidates_.keep_if<Arch>([&](candidate const& c) { return !out(c); });
    }
    by_seam() ? guess<Arch>(seen) : sum_up<Arch>(seen, found);
    return candidates_.any<Arch>(g);
}

/// Cuts the block along its seams and lays it down.
template <bool Searches>
template <class Arch>
void quilting<Searches>::put(spot const& s, rect const& place, std::size_t number)
{
    auto const e = static_cast<std::size_t>(s.exemplar);
    auto const& part = guide_.parts()[e];
    auto const corner = exemplars_[e].window.at;
    auto const begin = 2 * number * static_cast<std::size_t>(rules_.block);
    auto* const cut = cuts_.data() + begin;
    bool const joined = joint_.follow<Arch>(guide_, part, s.at, place.size, cut, cut + place.size.height);
    pieces_[number] = {place.at,   place.size, corner + s.at,
                       turn::none, s.exemplar, joined ? static_cast<int>(begin) : -1};
    for_each_run<Arch>(mosaic{{}, cuts_}, pieces_[number], [&](run const& r) {
        canvas_.show<Arch>(guide_, part, corner, r);
        if (by_seam()) small_canvas_.show<Arch>(small_, small_.parts()[e], corner, r);
    });
    if (weight_ > 0) used_.show<Arch>(e, s.at + grid_.core(place).at);
}

} // namespace husk::detail
