// SPDX-License-Identifier: MIT
#pragma once
#include <husk/kernel/distance_search.hpp>
#include <husk/kernel/least_places.hpp>
#include <husk/kernel/near_search.hpp>
#include <husk/kernel/quilt_rules.hpp>
#include <husk/kernel/square_search.hpp>
#include <husk/rng/stream.hpp>

#include <variant>

namespace husk::detail {

/// A block over what is laid: laid(x, y, channel) is what lies at x and y from its corner, where the words
/// begin.
template <class Laid>
struct laid_under {
    extent block;
    bool has_left, has_top;
    Laid const& laid;
    word_rows<std::uint32_t const> words;
};

/// Chooses blocks among all places there are, by sums of differences over the overlap. Where only these
/// count, most places need no close look; where places also have a price, each has its sum.
class exhaustive_choice {
public:
    /// Takes its memory, or counts it: none where others choose.
    exhaustive_choice(arena& memory, quilt_rules const& rules, picture_sizes const& sizes, int channels) :
        rules_(rules)
    {
        auto const take = [&](auto& search) {
            using cost = typename std::remove_reference_t<decltype(search)>::cost;
            auto const n = static_cast<std::size_t>(sizes.area());
            if constexpr (std::is_same_v<cost, std::uint64_t>) squares_ = memory.take<cost>(n);
            else distances_ = memory.take<cost>(n);
            if (rules.balance_q8 > 0) scores_ = memory.take<std::int64_t>(n);
        };
        auto const search = [&](auto kind) {
            using Search = typename decltype(kind)::type;
            take(search_.emplace<Search>(memory, sizes, channels, rules.block, rules.overlap));
        };
        if (!rules.sums_every_place()) return;
        bool const squared = rules.choice == quilt_choice::ssd;
        if (rules.balance_q8 > 0)
            squared ? search(std::type_identity<square_search>{})
                    : search(std::type_identity<distance_search>{});
        else
            squared ? search(std::type_identity<near_search<near_squares>>{})
                    : search(std::type_identity<near_search<near_distances>>{});
    }

    template <class Arch, class Level>
    void fill(Level const& level)
    {
        std::visit(
            [&](auto& search) {
                if constexpr (!is_none<decltype(search)>) search.template fill<Arch>(level);
            },
            search_);
    }

    /// A place whose score is within the tolerance, any of those. score(spot, cost) is needed where balance
    /// counts; those for which out(spot, cost) holds stay out, unless all do.
    template <class Arch, class Laid, class Score, class Out>
    auto choose(laid_under<Laid> const& under, Score const& score, Out const& out, stream& g) -> spot
    {
        return std::visit(
            [&](auto& search) -> spot {
                if constexpr (is_none<decltype(search)>) return {};
                else return choose_by<Arch>(search, under, score, out, g);
            },
            search_);
    }

private:
    template <class Search>
    static constexpr bool is_none = std::is_same_v<std::remove_reference_t<Search>, std::monostate>;

    template <class Cost>
    auto costs(places const& all) const -> std::span<Cost>
    {
        if constexpr (std::is_same_v<Cost, std::uint64_t>) return squares_.first(all.count());
        else return distances_.first(all.count());
    }

    template <class Arch, class Measure, class Laid, class Score, class Out>
    auto choose_by(near_search<Measure>& search, laid_under<Laid> const& u, Score const&, Out const& out,
                   stream& g) const -> spot
    {
        using cost = typename Measure::cost;
        auto const all = search.places_of(u.block);
        auto const found = costs<cost>(all);
        auto const least_of = [&](auto const& counts) {
            return search.template costs<Arch>(u.block, u.has_left, u.has_top, u.laid, rules_.tolerance_q10,
                                               counts, found);
        };
        auto least = least_of([&](int e, point at, cost c) { return !out(spot{e, at}, c); });
        bool const some = least < near_search<Measure>::never;
        if (!some) least = least_of([](int, point, cost) { return true; });
        auto const limit = static_cast<cost>(rules_.limit(static_cast<std::int64_t>(least)));
        return any(
            [&](auto const& f) {
                for_each_at_most<Arch>(all, std::span<cost const>(found), limit,
                                       [&](std::size_t i, spot const& s) {
                                           if (!(some && out(s, found[i]))) f(s);
                                       });
            },
            g);
    }

    template <class Arch, class Search, class Laid, class Score, class Out>
    auto choose_by(Search& search, laid_under<Laid> const& u, Score const& score, Out const& out,
                   stream& g) const -> spot
    {
        auto const all = search.places_of(u.block);
        auto const cost = costs<typename Search::cost>(all);
        search.template costs<Arch>(u.block, u.has_left, u.has_top, u.laid, cost);
        constexpr auto none = std::numeric_limits<std::int64_t>::max();
        auto least = none;
        all.for_each([&](std::size_t i, spot const& s) {
            scores_[i] = score(s, static_cast<std::int64_t>(cost[i]));
            if (scores_[i] < least && !out(s, cost[i])) least = scores_[i];
        });
        bool const some = least < none;
        if (!some)
            least = *std::min_element(scores_.begin(),
                                      scores_.begin() + static_cast<std::ptrdiff_t>(all.count()));
        auto const limit = rules_.limit(least);
        return any(
            [&](auto const& f) {
                all.for_each([&](std::size_t i, spot const& s) {
                    if (scores_[i] <= limit && !(some && out(s, cost[i]))) f(s);
                });
            },
            g);
    }

    /// Any of those for which for_each(f) calls f(spot); there is one.
    template <class ForEach>
    static auto any(ForEach const& for_each, stream& g) -> spot
    {
        std::uint32_t n = 0;
        for_each([&](spot const&) { ++n; });
        auto before = n > 1 ? g.below(n) : 0;
        spot found;
        for_each([&](spot const& s) {
            if (before-- == 0) found = s;
        });
        return found;
    }

    quilt_rules rules_;
    std::variant<std::monostate, near_search<near_squares>, near_search<near_distances>, square_search,
                 distance_search>
        search_;
    std::span<std::uint64_t> squares_; // of each place, where these are what is summed
    std::span<std::uint32_t> distances_;
    std::span<std::int64_t> scores_;
};

} // namespace husk::detail
