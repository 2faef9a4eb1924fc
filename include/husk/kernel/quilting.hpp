// SPDX-License-Identifier: MIT
#pragma once
#include <husk/kernel/candidates.hpp>
#include <husk/kernel/copy.hpp>
#include <husk/kernel/joint.hpp>
#include <husk/kernel/mosaic.hpp>
#include <husk/kernel/small_joint.hpp>
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
        small_(memory, exemplars, channels, small_joint::scale_for(rules.overlap)), used_(memory, exemplars),
        joint_(memory, rules), small_joint_(memory, rules.block, rules.overlap),
        candidates_(memory, rules, exemplars)
    {
        auto const n =
            static_cast<std::size_t>(blocks(out.width)) * static_cast<std::size_t>(blocks(out.height));
        canvas_ = memory.take<std::uint32_t>(static_cast<std::size_t>(out.area()));
        small_canvas_ = memory.take<std::uint32_t>(static_cast<std::size_t>(small_size().area()));
        pieces_ = memory.take<piece>(n);
        laid_ = memory.take<candidate>(n);
        cuts_ = memory.take<std::uint16_t>(2 * n * static_cast<std::size_t>(rules.block));
    }

    /// level(exemplar, x, y, channel) is what the choice looks at, 0 to 255.
    template <class Arch, class Level>
    auto lay(Level const& level, stream& g) -> mosaic
    {
        guide_.fill<Arch>(level);
        small_.reduce<Arch>(guide_);
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
    auto laid(int x, int y) -> std::uint32_t&
    {
        return canvas_[static_cast<std::size_t>(y) * static_cast<std::size_t>(out_.width) +
                       static_cast<std::size_t>(x)];
    }

    auto small_size() const -> extent
    {
        int const scale = small_.scale();
        return {(out_.width + scale - 1) / scale, (out_.height + scale - 1) / scale};
    }
    auto small_laid(int x, int y) -> std::uint32_t&
    {
        return small_canvas_[static_cast<std::size_t>(y) * static_cast<std::size_t>(small_size().width) +
                             static_cast<std::size_t>(x)];
    }

    template <class Arch>
    void lay_block(point cell, stream& g)
    {
        auto const place = place_of(cell);
        joint_.read<Arch>(guide_, place, &laid(place.at.x, place.at.y), out_.width);
        small_joint_.read<Arch>(small_, place,
                                &small_laid(place.at.x / small_.scale(), place.at.y / small_.scale()),
                                small_size().width);
        candidates_.draw<Arch>(place.size, g);
        auto const chosen = choose<Arch>(place, neighbours(cell), g);
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
            near.spots[static_cast<std::size_t>(near.count++)] = {
                c.exemplar, c.at + (place_of(cell).at - place_of(other).at)};
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
        auto const shown = used_.price(static_cast<std::size_t>(c.exemplar), c.at + seen.at);
        c.cost = cost;
        c.score = cost * 256 * seen.size.area() + weight_ * per * shown;
    }

    template <class Arch, class Out>
    void rank(rect const& seen, Out const& out);
    template <class Arch>
    void guess(rect const& seen);
    template <class Arch>
    auto choose(rect const& place, neighbourhood const& near, stream& g) -> candidate;
    template <class Arch>
    void put(candidate const& c, rect const& place, std::size_t number);
    template <class Arch>
    void put_small(std::size_t e, run const& r);
    template <class Arch>
    static void copy_words(std::uint32_t const* from, int n, std::uint32_t* to)
    {
        copy_rows<Arch>(reinterpret_cast<std::byte const*>(from), 0, reinterpret_cast<std::byte*>(to), 0,
                        static_cast<std::size_t>(n) * sizeof *to, 1);
    }

    quilt_rules rules_;
    std::span<exemplar const> exemplars_;
    extent out_;
    guide guide_;
    guide small_;
    usage used_;
    joint joint_;
    small_joint small_joint_;
    candidate_list candidates_;
    std::span<std::uint32_t> canvas_, small_canvas_; // the words of the output's pixels
    std::span<piece> pieces_;
    std::span<candidate> laid_;
    std::span<std::uint16_t> cuts_;
    std::int64_t weight_ = 0;
};

/// Keeps the best by samples.
template <class Arch, class Out>
void quilting::rank(rect const& seen, Out const& out)
{
    small_joint_.sample<Arch>(small_, candidates_.all());
    auto const times = small_joint_.sampled_times() * 256 * seen.size.area();
    auto const weight = weight_ * small_joint_.sampled_per();
    auto const score = [&](candidate const& c) {
        return times * c.cost + weight * used_.price(static_cast<std::size_t>(c.exemplar), c.at + seen.at);
    };
    candidates_.keep_best<Arch>(static_cast<std::size_t>(rules_.finalists), score, out);
}

/// Scores by the cheapest cuts, two at a time.
template <class Arch>
void quilting::guess(rect const& seen)
{
    auto const all = candidates_.all();
    for (std::size_t i = 0; i < all.size(); i += 2) {
        auto &a = all[i], &b = all[std::min(i + 1, all.size() - 1)];
        auto const [x, y] = small_joint_.guess<Arch>(small_, {{{a.exemplar, a.at}, {b.exemplar, b.at}}});
        score<Arch>(a, seen, x, 1);
        score<Arch>(b, seen, y, 1);
    }
}

/// A candidate without any error is a copy of what lies there, unless everything there is one colour; it
/// would make the next one a copy too, and so on through the exemplar.
template <class Arch>
auto quilting::choose(rect const& place, neighbourhood const& near, stream& g) -> candidate
{
    auto const seen = core(place);
    used_.look_at<Arch>(seen.size);
    auto const part = [&](candidate const& c) {
        return guide_.parts()[static_cast<std::size_t>(c.exemplar)];
    };
    auto const out = [&](candidate const& c) {
        return near.holds({c.exemplar, c.at}) || joint_.copied_by<Arch>(guide_, part(c), c.at);
    };
    auto const finalists = static_cast<std::size_t>(rules_.finalists);
    bool const by_seam = rules_.choice == quilt_choice::seam;
    if (by_seam && finalists > 0 && candidates_.all().size() > finalists) rank<Arch>(seen, out);
    else candidates_.keep_if<Arch>([&](candidate const& c) { return !out(c); });
    if (by_seam) guess<Arch>(seen);
    else
        for (auto& c : candidates_.all())
            score<Arch>(c, seen, joint_.squares<Arch>(guide_, part(c), c.at), joint_.pixels());

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
        auto const first = guide::index(0, part, r.from - exemplars_[e].window.at);
        copy_words<Arch>(guide_.words(0) + first, r.length, &laid(r.to.x, r.to.y));
        put_small<Arch>(e, r);
    });
    used_.show<Arch>(e, c.at + core(place).at);
}

/// A pixel in small shows what its middle does.
template <class Arch>
void quilting::put_small(std::size_t e, run const& r)
{
    int const scale = small_.scale(), middle = scale / 2;
    if (r.to.y % scale != middle) return;
    int const begin = (r.to.x - middle + scale - 1) / scale,
              end = (r.to.x + r.length - 1 - middle) / scale + 1;
    if (end <= begin) return;
    auto const& part = small_.parts()[e];
    point const from = r.from - exemplars_[e].window.at;
    auto const x = (begin * scale + middle - r.to.x + from.x) / scale;
    copy_words<Arch>(small_.words(0) + guide::index(0, part, {x, from.y / scale}), end - begin,
                     &small_laid(begin, r.to.y / scale));
}

} // namespace husk::detail
