// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "kernel/looked_at.hpp"

#include <husk/kernel/joint.hpp>

using husk::extent, husk::point, husk::rect;
using husk::detail::joint, husk::detail::seam, husk::simd::best;

namespace {

constexpr int block = 12;

auto rules(int overlap) -> husk::detail::quilt_rules
{
    return {block, overlap, 0, 0, 0, 0, husk::quilt_choice::seam};
}

/// An output of random pixels that a block is to join, and the two strips as the joint ought to read them.
struct scene {
    support::looked_at& look;
    int overlap;
    rect place;
    std::vector<int> owners;

    static constexpr int width = 60;

    scene(support::looked_at& looked, int wide, rect const& where) :
        look(looked), overlap(wide), place(where), owners(looked.scatter(width, width))
    {
    }
    auto owner(int x, int y) const -> int { return owners[static_cast<std::size_t>(y * width + x)]; }
    auto laid() const -> std::vector<std::uint32_t>
    {
        std::vector<std::uint32_t> words;
        for (int const o : owners) words.push_back(look.word(o));
        return words;
    }
    auto left() const -> bool { return place.at.x > 0 && overlap > 1; }
    auto top() const -> bool { return place.at.y > 0 && overlap > 1; }
    auto under(int x, int y) const -> bool { return (left() && x < overlap) || (top() && y < overlap); }

    auto squares(point at) const -> std::int64_t
    {
        std::int64_t sum = 0;
        for (int y = 0; y < place.size.height; ++y)
            for (int x = 0; x < place.size.width; ++x)
                for (int c = 0; c < look.guide.channels() && under(x, y); ++c) {
                    auto const old = look.numbered(owner(place.at.x + x, place.at.y + y));
                    std::int64_t const d = look.level(0, at + point{x, y}, c) - look.level(old.e, old.at, c);
                    sum += d * d;
                }
        return sum;
    }

    /// A seam of its own for one side, priced.
    auto priced(int layout, point at) const -> seam
    {
        seam s(look.memory, block, overlap, layout);
        auto const words = laid();
        s.laid.lay<best>(look.guide, layout == 0 ? place.size.height : place.size.width,
                         words.data() + place.at.y * width + place.at.x, width);
        s.price<best>(look.guide, look.guide.parts()[0], at);
        return s;
    }

    auto cheapest(point at) const -> std::int64_t
    {
        std::int64_t least = 1 << 30;
        if (!left() && !top()) return 0;
        if (left() && top()) {
            auto const l = priced(0, at), t = priced(1, at);
            for (int y = 1; y < overlap; ++y)
                for (int x = 1; x < overlap; ++x)
                    least = std::min<std::int64_t>(least, l.total(y, x) + t.total(x, y));
        } else {
            auto const s = priced(left() ? 0 : 1, at);
            for (int j = 1; j < overlap; ++j) least = std::min<std::int64_t>(least, s.total(0, j));
        }
        return least;
    }
};

void check_cut(scene const& s, joint& j, point at)
{
    auto const& p = s.look.guide.parts()[0];
    auto const size = s.place.size;
    REQUIRE(j.cut<best>(s.look.guide, p, at) == s.cheapest(at));
    std::vector<std::uint16_t> columns(static_cast<std::size_t>(size.height), 9999),
        rows(static_cast<std::size_t>(size.width), 9999);
    bool const cut = j.follow<best>(s.look.guide, p, at, size, columns.data(), rows.data());
    REQUIRE(cut == (s.left() || s.top()));
    for (auto const c : columns) REQUIRE((s.left() ? c >= 1 && c < s.overlap : c == 0));
    for (auto const r : rows) REQUIRE((s.top() ? r >= 1 && r < s.overlap : r == 0));
}

} // namespace

TEST_CASE("a joint prices and cuts what its strips have in common with the block", "[kernel]")
{
    for (int const channels : {1, 3})
        for (int const overlap : {0, 1, 2, 3, 7, 8, 11}) {
            support::looked_at look({{30, 25}}, channels, 40, 3);
            joint j(look.memory, rules(overlap));
            for (point const at : {point{0, 0}, {20, 0}, {0, 20}, {20, 20}})
                for (extent const size :
                     {extent{12, 12}, {overlap + 1, 12}, {12, overlap + 1}, {12, 12}}) { // cropped too
                    scene const s(look, overlap, {at, size});
                    auto const words = s.laid();
                    j.read<best>(look.guide, s.place, words.data() + at.y * scene::width + at.x,
                                 scene::width);
                    std::int64_t common = 0;
                    for (int y = 0; y < size.height; ++y)
                        for (int x = 0; x < size.width; ++x) {
                            common += s.under(x, y);
                        }
                    REQUIRE(j.pixels() == std::max<std::int64_t>(common, 1));
                    for (int i = 0; i < 4; ++i) {
                        auto const from = look.luck.corner({30, 25}, size);
                        REQUIRE(j.squares<best>(look.guide, look.guide.parts()[0], from) == s.squares(from));
                        check_cut(s, j, from);
                    }
                }
        }
}

TEST_CASE("a joint knows a copy from a match of one colour", "[kernel]")
{
    // Laid is a window of the exemplar itself: only the place that it came from agrees with all of it.
    for (std::uint32_t const contrast : {1u, 256u}) {
        support::looked_at look({{30, 25}}, 3, contrast);
        auto const& p = look.guide.parts()[0];
        joint j(look.memory, rules(5));
        // Output pixel (x, y) shows pixel (x - 8, y - 6), the nearest there is.
        std::vector<std::uint32_t> words;
        for (int y = 0; y < 40; ++y)
            for (int x = 0; x < 40; ++x)
                words.push_back(look.word(0, {std::clamp(x - 8, 0, 29), std::clamp(y - 6, 0, 24)}));
        auto const from = [&](point at) { return words.data() + at.y * 40 + at.x; };
        for (point const at : {point{10, 9}, {10, 0}, {0, 9}}) {
            rect const place{at, {12, 12}};
            j.read<best>(look.guide, place, from(at), 40);
            point const continued{at.x - 8, at.y - 6};
            if (at.x > 0 && at.y > 0) CHECK(j.copied_by<best>(look.guide, p, continued) == (contrast > 1));
            CHECK_FALSE(j.copied_by<best>(look.guide, p, {continued.x + 9, 12}));
        }
        j.read<best>(look.guide, {{0, 0}, {12, 12}}, from({0, 0}), 40);
        CHECK_FALSE(j.copied_by<best>(look.guide, p, {3, 3})); // nothing laid, nothing copied
    }
}
