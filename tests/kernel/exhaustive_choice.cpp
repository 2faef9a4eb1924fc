// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "support.hpp"

#include <husk/kernel/levels.hpp>
#include <husk/kernel/quilting.hpp>
#include <husk/pipeline/workspace.hpp>

#include <set>

// A quilt by searches through every place, beside the same one with every place in a list of candidates, and
// beside what plain loops find.

using husk::exemplar, husk::extent, husk::piece, husk::point, husk::quilt_choice, husk::quilt_search;
using husk::detail::quilt_rules, husk::detail::quilting;

namespace {

/// Levels of an image of few colours, smooth or not: places that cost the same are many.
auto picture(extent size, int channels, bool smooth) -> husk::image<std::uint8_t>
{
    husk::image<std::uint8_t> i(size, channels);
    husk::stream luck(husk::key{.seed = 3});
    for (int y = 0; y < size.height; ++y)
        for (int x = 0; x < size.width; ++x)
            for (int c = 0; c < channels; ++c)
                i.view()(x, y, c) =
                    static_cast<std::uint8_t>(smooth ? (x * x / 7 + y * y / 5 + x * y / 3 * (c + 1)) % 250
                                                     : static_cast<int>(luck.below(6)) * 40);
    return i;
}

struct quilted {
    std::vector<piece> pieces;
    std::vector<std::uint16_t> cuts;
    auto mosaic() const -> husk::mosaic { return {pieces, cuts}; }
};

template <class Arch>
auto lay(quilt_rules const& rules, husk::image<std::uint8_t> const& source,
         std::vector<exemplar> const& windows, extent out) -> quilted
{
    auto const view = source.view();
    husk::arena counted;
    (void)quilting<true>(counted, rules, windows, source.channels(), out);
    husk::workspace memory;
    auto room = memory.fit(counted.used());
    quilting<true> q(room, rules, windows, source.channels(), out);
    CHECK(room.used() == counted.used());
    husk::stream g(husk::key{.seed = 5});
    using levels = husk::detail::levels<husk::packed<std::uint8_t const>>;
    auto const m = q.lay<Arch>(levels(std::span(&view, 1), windows), g);
    return {{m.pieces.begin(), m.pieces.end()}, {m.cuts.begin(), m.cuts.end()}};
}

/// The same blocks; how they are cut follows from what they show.
auto same(quilted const& a, quilted const& b) -> bool
{
    return std::equal(a.pieces.begin(), a.pieces.end(), b.pieces.begin(), b.pieces.end(),
                      [](piece const& p, piece const& q) {
                          return p.to == q.to && p.size == q.size && p.from == q.from &&
                                 p.exemplar == q.exemplar;
                      });
}

/// Goes through a quilt block by block, with what was laid before each, and counts those whose place costs
/// more than the tolerance allows.
auto too_dear(quilted const& made, quilt_rules const& rules, husk::image<std::uint8_t> const& source,
              std::vector<exemplar> const& windows, extent out) -> int
{
    husk::image<std::uint8_t> laid(out, source.channels());
    auto const view = source.view();
    auto const cost = [&](piece const& p, point from) {
        std::int64_t sum = 0;
        for (int y = 0; y < p.size.height; ++y)
            for (int x = 0; x < p.size.width; ++x) {
                if (!(p.to.x > 0 && x < rules.overlap) && !(p.to.y > 0 && y < rules.overlap)) continue;
                for (int c = 0; c < source.channels(); ++c) {
                    auto const d = view(from.x + x, from.y + y, c) - laid.view()(p.to.x + x, p.to.y + y, c);
                    sum += rules.choice == quilt_choice::ssd ? d * d : std::abs(d);
                }
            }
        return sum;
    };
    // A place that continues a block around, or shows what lies there already, may have been refused.
    auto const refused = [&](piece const& p, int e, point from, std::size_t number) {
        for (std::size_t i = 0; i < number; ++i) {
            auto const& o = made.pieces[i];
            auto const step = rules.block - rules.overlap;
            if (std::abs(o.to.x - p.to.x) <= step && std::abs(o.to.y - p.to.y) <= step && o.exemplar == e &&
                o.from - o.to == from - p.to)
                return true;
        }
        return number > 0 && cost(p, from) == 0;
    };
    int dear = 0;
    for (std::size_t number = 0; number < made.pieces.size(); ++number) {
        auto const& p = made.pieces[number];
        auto least = std::numeric_limits<std::int64_t>::max();
        for (std::size_t e = 0; e < windows.size(); ++e) {
            auto const& w = windows[e].window;
            for (int y = 0; y + p.size.height <= w.size.height; ++y)
                for (int x = 0; x + p.size.width <= w.size.width; ++x) {
                    auto const from = w.at + point{x, y};
                    if (!refused(p, static_cast<int>(e), from, number))
                        least = std::min(least, cost(p, from));
                }
        }
        auto const taken = cost(p, p.from);
        dear += taken > least + (least * rules.tolerance_q10 >> 10);
        husk::for_each_run<void>(made.mosaic(), p, [&](husk::run const& r) {
            for (int i = 0; i < r.length; ++i)
                for (int c = 0; c < source.channels(); ++c)
                    laid.view()(r.to.x + i, r.to.y, c) = view(r.from.x + i, r.from.y, c);
        });
    }
    return dear;
}

#if defined(__x86_64__)
using narrow = xsimd::sse2;
#else
using narrow = husk::simd::best;
#endif

std::vector<exemplar> const two{{{{3, 5}, {40, 33}}}, {{{20, 10}, {33, 50}}}};

} // namespace

TEST_CASE("a search through every place makes the quilt that a list of them makes", "[kernel][slow]")
{
    for (bool const smooth : {false, true})
        for (int const channels : {1, 3, 4}) {
            auto const source = picture({70, 60}, channels, smooth);
            for (auto const& [block, overlap] : {std::pair{12, 4}, {17, 8}, {9, 2}, {8, 1}, {20, 13}})
                for (auto const choice : {quilt_choice::ssd, quilt_choice::sad})
                    for (int const balance : {0, 700})
                        for (int const tolerance : {0, 102, 3000}) {
                            quilt_rules rules{block, overlap, 0, 0, balance, tolerance, choice};
                            auto const listed = lay<husk::simd::best>(rules, source, two, {60, 41});
                            rules.search = quilt_search::exhaustive;
                            auto const searched = lay<narrow>(rules, source, two, {60, 41});
                            REQUIRE(same(searched, listed));
                            REQUIRE(same(lay<husk::simd::best>(rules, source, two, {60, 41}), listed));
                        }
        }
}

TEST_CASE("no place would have fitted better by more than the tolerance", "[kernel][slow]")
{
    for (int const channels : {1, 3})
        for (auto const choice : {quilt_choice::ssd, quilt_choice::sad})
            for (int const tolerance : {0, 102}) {
                auto const source = picture({70, 60}, channels, true);
                quilt_rules const rules{14, 5, 0, 0, 0, tolerance, choice, quilt_search::exhaustive};
                auto const made = lay<husk::simd::best>(rules, source, two, {55, 50});
                CHECK(too_dear(made, rules, source, two, {55, 50}) == 0);
                // The measure notices: drawn from a few, many blocks could be better.
                auto few = rules;
                few.search = quilt_search::drawn, few.candidates = 20;
                CHECK(too_dear(lay<husk::simd::best>(few, source, two, {55, 50}), few, source, two,
                               {55, 50}) > 5);
            }
}

TEST_CASE("where every place is out, all are in", "[kernel]")
{
    husk::image<std::uint8_t> source({12, 12}, 3); // one block is all there is, and it copies itself
    for (int y = 0; y < 12; ++y)
        for (int x = 0; x < 12; ++x)
            for (int c = 0; c < 3; ++c) source.view()(x, y, c) = static_cast<std::uint8_t>(x % 8 * 9 + y % 8);
    for (auto const choice : {quilt_choice::ssd, quilt_choice::sad})
        for (int const balance : {0, 256}) {
            quilt_rules const rules{12, 4, 0, 0, balance, 102, choice, quilt_search::exhaustive};
            auto const made = lay<husk::simd::best>(rules, source, {{{{}, {12, 12}}}}, {28, 20});
            CHECK(made.pieces.size() == 6);
            CHECK(std::all_of(made.pieces.begin(), made.pieces.end(), [](piece const& p) {
                return p.from == point{0, 0};
            }));
        }
}

TEST_CASE("a flat picture is quilted from anywhere", "[kernel]")
{
    husk::image<std::uint8_t> source({40, 40}, 3);
    std::fill_n(source.data(), source.elements(), std::uint8_t{200});
    for (int const balance : {0, 256}) {
        quilt_rules const rules{10, 4, 0, 0, balance, 0, quilt_choice::ssd, quilt_search::exhaustive};
        auto const made = lay<husk::simd::best>(rules, source, {{{{}, {40, 40}}}}, {60, 60});
        std::set<std::pair<int, int>> places;
        for (auto const& p : made.pieces) places.emplace(p.from.x, p.from.y);
        CHECK(places.size() > 50); // of 100 blocks
    }
}

TEST_CASE("searches through every place list no candidates, others take no memory for them", "[kernel]")
{
    auto const room = [](quilt_choice choice, quilt_search search, int candidates) {
        husk::arena counted;
        std::vector<exemplar> const windows{{{{}, {96, 96}}}, {{{}, {96, 96}}}};
        (void)quilting<true>(counted, {32, 8, candidates, 4, 0, 0, choice, search}, windows, 3, {224, 224});
        return counted.used();
    };
    auto const drawn = room(quilt_choice::sad, quilt_search::drawn, 1);
    auto const listed = room(quilt_choice::sad, quilt_search::drawn, 0);
    auto const searched = room(quilt_choice::sad, quilt_search::exhaustive, 0);
    auto const pyramid = room(quilt_choice::sad, quilt_search::pyramid, 0);
    CHECK(listed > drawn + 500'000); // 18432 candidates
    CHECK(searched > drawn);
    CHECK(searched < drawn + 800'000);
    CHECK(pyramid > drawn);
    CHECK(pyramid < searched);
}
