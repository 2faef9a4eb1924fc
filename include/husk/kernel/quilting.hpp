// SPDX-License-Identifier: MIT
#pragma once
#include <husk/kernel/candidates.hpp>
#include <husk/kernel/joint.hpp>
#include <husk/kernel/mosaic.hpp>
#include <husk/kernel/usage.hpp>

#include <initializer_list>
#include <numeric>

namespace husk::detail {

/// Lays a quilt block by block, in reading order, and remembers it as a mosaic. Every decision is made in
/// integers, so that it is the same on every machine.
class quilting {
public:
    /// Takes its memory, or counts it. Every exemplar has room for a block.
    quilting(arena& memory, quilt_rules const& rules, std::span<exemplar const> exemplars, int channels,
             extent out) :
        rules_(rules),
        exemplars_(exemplars), out_(out), guide_(memory, exemplars, channels),
        used_(memory, guide_, exemplars), joint_(memory, rules, channels),
        candidates_(memory, rules, exemplars)
    {
        auto const n =
            static_cast<std::size_t>(blocks(out.width)) * static_cast<std::size_t>(blocks(out.height));
        owners_ = memory.take<std::int32_t>(static_cast<std::size_t>(out.area()));
        pieces_ = memory.take<piece>(n);
        laid_ = memory.take<candidate>(n);
        cuts_ = memory.take<std::uint16_t>(2 * n * static_cast<std::size_t>(rules.block));
    }

    /// level(exemplar, x, y, channel) is what the choice looks at, 0 to 255.
    template <class Arch, class Level>
    auto lay(Level const& level, stream& g) -> mosaic
    {
        guide_.fill<Arch>(level);
        weight_ = candidates_.weight(guide_);
        for (int row = 0; row < blocks(out_.height); ++row)
            for (int column = 0; column < blocks(out_.width); ++column) lay_block<Arch>({column, row}, g);
        return {pieces_, cuts_};
    }

private:
    auto step() const -> int { return rules_.block - rules_.overlap; }
    /// Blocks along a side, until everything is covered.
    auto blocks(int length) const -> int
    {
        return length <= rules_.block ? 1 : (length - rules_.block - 1) / step() + 2;
    }
    auto number(point cell) const -> std::size_t
    {
        return static_cast<std::size_t>(cell.y) * static_cast<std::size_t>(blocks(out_.width)) +
               static_cast<std::size_t>(cell.x);
    }
    auto place_of(point cell) const -> rect
    {
        point const at{cell.x * step(), cell.y * step()};
        return {at, {std::min(rules_.block, out_.width - at.x), std::min(rules_.block, out_.height - at.y)}};
    }
    auto owner(int x, int y) -> std::int32_t&
    {
        return owners_[static_cast<std::size_t>(y) * static_cast<std::size_t>(out_.width) +
                       static_cast<std::size_t>(x)];
    }

    auto exemplar_of(int pixel) const -> std::size_t
    {
        std::size_t e = 0;
        while (e + 1 < guide_.parts().size() && pixel >= guide_.parts()[e + 1].first) ++e;
        return e;
    }

    template <class Arch>
    void lay_block(point cell, stream& g)
    {
        auto const place = place_of(cell);
        used_.refresh<Arch>(guide_);
        joint_.read<Arch>(guide_, place, [&](int x, int y) { return owner(x, y); });
        candidates_.draw<Arch>(place.size, place.at, neighbours(cell), g);
        auto const chosen = choose<Arch>(place, g);
        laid_[number(cell)] = chosen;
        put<Arch>(chosen, place, number(cell));
    }

    /// Left, above left, above and above right: what is laid already.
    auto neighbours(point cell) const -> neighbourhood
    {
        neighbourhood near;
        for (auto const by : {point{-1, 0}, point{-1, -1}, point{0, -1}, point{1, -1}}) {
            auto const other = cell + by;
            if (other.x < 0 || other.y < 0 || other.x >= blocks(out_.width)) continue;
            auto const& c = laid_[number(other)];
            near.blocks[static_cast<std::size_t>(near.count++)] = {c.exemplar, c.at - place_of(other).at};
        }
        return near;
    }

    /// The part of a block that is likely to stay visible: its neighbours will take half of each overlap.
    auto core(rect const& place) const -> rect
    {
        auto const half = rules_.overlap / 2;
        auto const along = [&](int at, int size, int whole) {
            int const from = at > 0 ? half : 0, to = at + rules_.block < whole ? size - half : size;
            return std::pair{from, std::max(from + 1, to)};
        };
        auto const [left, right] = along(place.at.x, place.size.width, out_.width);
        auto const [top, bottom] = along(place.at.y, place.size.height, out_.height);
        return {{left, top}, {right - left, bottom - top}};
    }

    /// Scores a candidate by the cost of its joint, `per` of which are one, and the price of showing its
    /// pixels again.
    template <class Arch>
    void score(candidate& c, rect const& seen, std::int64_t cost, std::int64_t per) const
    {
        auto const e = static_cast<std::size_t>(c.exemplar);
        auto const squares = used_.squares_under<Arch>(guide_, e, {c.at + seen.at, seen.size}) +
                             used_.even_share(guide_, e, seen.size.area());
        c.cost = cost;
        c.score = cost * 256 * seen.size.area() / per + weight_ * squares;
    }

    template <class Arch>
    auto choose(rect const& place, stream& g) -> candidate;
    template <class Arch>
    void put(candidate const& c, rect const& place, std::size_t number);

    quilt_rules rules_;
    std::span<exemplar const> exemplars_;
    extent out_;
    guide guide_;
    usage used_;
    joint joint_;
    candidate_list candidates_;
    std::span<std::int32_t> owners_; // of each output pixel, the number of the exemplar pixel that it shows
    std::span<piece> pieces_;
    std::span<candidate> laid_;
    std::span<std::uint16_t> cuts_;
    std::int64_t weight_ = 0;
};

/// A candidate without any error is a copy of what lies there, unless everything there is one colour; it
/// would make the next one a copy too, and so on through the exemplar.
template <class Arch>
auto quilting::choose(rect const& place, stream& g) -> candidate
{
    auto const seen = core(place);
    auto const part = [&](candidate const& c) {
        return guide_.parts()[static_cast<std::size_t>(c.exemplar)];
    };
    auto const copies = [&](candidate const& c) { return joint_.copied_by<Arch>(guide_, part(c), c.at); };
    if (rules_.choice == quilt_choice::overlap)
        for (auto& c : candidates_.all())
            score<Arch>(c, seen, joint_.squares<Arch>(guide_, part(c), c.at), joint_.pixels());
    else {
        auto const finalists = static_cast<std::size_t>(rules_.finalists);
        if (finalists > 0 && candidates_.all().size() > finalists) {
            for (auto& c : candidates_.all())
                score<Arch>(c, seen, 2 * guide::sparse_rows * joint_.sampled<Arch>(guide_, part(c), c.at),
                            joint_.samples_across());
            candidates_.keep_best<Arch>(finalists);
        }
        for (auto& c : candidates_.all()) score<Arch>(c, seen, joint_.cut<Arch>(guide_, part(c), c.at), 1);
    }
    candidates_.keep_if<Arch>([&](candidate const& c) { return c.cost > 0 || !copies(c); });

    auto const all = candidates_.all();
    auto const least = std::min_element(all.begin(), all.end(), [](auto const& a, auto const& b) {
                           return a.score < b.score;
                       })->score;
    auto const limit =
        least + (least >> 10) * rules_.tolerance_q10 + ((least & 1023) * rules_.tolerance_q10 >> 10);
    candidates_.keep_if<Arch>([&](candidate const& c) { return c.score <= limit; });
    auto const n = static_cast<std::uint32_t>(candidates_.all().size());
    return candidates_.all()[n > 1 ? g.below(n) : 0];
}

/// Cuts the block along its seams and lays it down.
template <class Arch>
void quilting::put(candidate const& c, rect const& place, std::size_t number)
{
    auto const e = static_cast<std::size_t>(c.exemplar);
    auto const& part = guide_.parts()[e];
    auto const begin = 2 * number * static_cast<std::size_t>(rules_.block);
    auto* const cut = cuts_.data() + begin;
    bool const joined = joint_.follow<Arch>(guide_, part, c.at, place.size, cut, cut + place.size.height);
    pieces_[number] = {place.at,   place.size, exemplars_[e].window.at + c.at,
                       turn::none, c.exemplar, joined ? static_cast<int>(begin) : -1};
    for_each_run<Arch>(mosaic{{}, cuts_}, pieces_[number], [&](run const& r) {
        auto* const owners = &owner(r.to.x, r.to.y);
        auto const on = joint_.covered(r.to - place.at, r.length);
        for (int i = 0; i < on; ++i) used_.hide(exemplar_of(owners[i]), owners[i]);
        auto const first = guide_.index(0, part, r.from - exemplars_[e].window.at);
        std::iota(owners, owners + r.length, first);
        used_.show(e, first, r.length);
    });
}

} // namespace husk::detail
