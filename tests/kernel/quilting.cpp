// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "support.hpp"

#include <husk/kernel/levels.hpp>
#include <husk/kernel/quilting.hpp>
#include <husk/pipeline/workspace.hpp>

using husk::exemplar, husk::extent, husk::piece;
using husk::detail::quilt_rules, husk::detail::quilting;

namespace {

/// Lays a quilt of two windows of a numbered image and calls look(mosaic, exemplars).
template <class Look>
void lay(quilt_rules const& rules, extent out, Look const& look)
{
    auto const source = support::numbered({70, 60});
    auto const view = husk::detail::as_const(source.view());
    std::vector<exemplar> const windows{{{{3, 5}, {40, 33}}}, {{{20, 10}, {33, 50}}}};
    husk::arena counted;
    (void)quilting<true>(counted, rules, windows, 3, out);
    husk::workspace memory;
    auto room = memory.fit(counted.used());
    quilting<true> q(room, rules, windows, 3, out);
    CHECK(room.used() == counted.used());
    husk::stream g(husk::key{.seed = 5});
    using levels = husk::detail::levels<husk::packed<std::uint8_t const>>;
    look(q.lay<husk::simd::best>(levels(std::span(&view, 1), windows), g), windows);
}

} // namespace

TEST_CASE("blocks advance by block less overlap, stay inside, and leave no hole", "[kernel]")
{
    for (auto const& tried : {std::pair{33, 16}, {20, 19}, {12, 4}, {9, 0}, {7, 1}, {1, 0}}) {
        int const block = tried.first, overlap = tried.second;
        for (extent const out : {extent{1, 1}, {33, 33}, {34, 20}, {50, 61}, {13, 70}}) {
            if (block < 3 && out.area() > 1000) continue;
            lay({block, overlap, 30, 5, 1024, 0, husk::quilt_choice::seam}, out,
                [&](auto const& m, auto const& windows) {
                    std::vector<int> covered(static_cast<std::size_t>(out.area()));
                    for (piece const& p : m.pieces) {
                        REQUIRE(p.to.x % (block - overlap) == 0);
                        REQUIRE(p.to.y % (block - overlap) == 0);
                        REQUIRE(husk::rect{p.to, p.size}.inside(out));
                        auto const& w = windows[static_cast<std::size_t>(p.exemplar)].window;
                        REQUIRE(husk::rect{p.from - w.at, p.size}.inside(w.size));
                        husk::for_each_run<void>(m, p, [&](husk::run const& r) {
                            for (int i = 0; i < r.length; ++i)
                                ++covered[static_cast<std::size_t>(r.to.y * out.width + r.to.x + i)];
                        });
                    }
                    REQUIRE(std::count(covered.begin(), covered.end(), 0) == 0);
                });
        }
    }
}

TEST_CASE("no block continues one that it touches", "[kernel]")
{
    for (auto const choice : {husk::quilt_choice::seam, husk::quilt_choice::ssd})
        lay({12, 4, 0, 0, 0, 0, choice}, {80, 80}, [&](auto const& m, auto const&) {
            for (std::size_t i = 0; i < m.pieces.size(); ++i)
                for (std::size_t j = 0; j < i; ++j) {
                    auto const &a = m.pieces[i], &b = m.pieces[j];
                    auto const apart = a.to - b.to;
                    if (std::max(std::abs(apart.x), std::abs(apart.y)) > 8) continue;
                    REQUIRE_FALSE((a.exemplar == b.exemplar && a.from - a.to == b.from - b.to));
                }
        });
}

TEST_CASE("the first block is any, and what follows depends on the stream alone", "[kernel]")
{
    quilt_rules const rules{12, 4, 40, 8, 1024, 0, husk::quilt_choice::seam};
    std::vector<piece> first;
    lay(rules, {40, 40}, [&](auto const& m, auto const&) { first.assign(m.pieces.begin(), m.pieces.end()); });
    lay(rules, {40, 40}, [&](auto const& m, auto const&) {
        REQUIRE(m.pieces.size() == first.size());
        for (std::size_t i = 0; i < first.size(); ++i) CHECK(m.pieces[i].from == first[i].from);
    });
}

TEST_CASE("without the searches what is drawn is quilted as with them", "[kernel]")
{
    auto const source = support::numbered({70, 60});
    auto const view = husk::detail::as_const(source.view());
    std::vector<exemplar> const windows{{{{3, 5}, {40, 33}}}, {{{20, 10}, {33, 50}}}};
    using levels = husk::detail::levels<husk::packed<std::uint8_t const>>;
    for (auto const choice : {husk::quilt_choice::seam, husk::quilt_choice::ssd, husk::quilt_choice::sad})
        for (int const candidates : {0, 40}) { // 0: a list of every place
            quilt_rules const rules{12, 4, candidates, 4, 1024, 102, choice};
            husk::arena with, without;
            (void)quilting<true>(with, rules, windows, 3, {50, 40});
            (void)quilting<false>(without, rules, windows, 3, {50, 40});
            REQUIRE(with.used() == without.used());
            husk::workspace one, two;
            auto a = one.fit(with.used()), b = two.fit(with.used());
            quilting<true> full(a, rules, windows, 3, {50, 40});
            quilting<false> lean(b, rules, windows, 3, {50, 40});
            husk::stream g(husk::key{.seed = 8}), h(husk::key{.seed = 8});
            auto const m = full.lay<husk::simd::best>(levels(std::span(&view, 1), windows), g);
            auto const n = lean.lay<husk::simd::best>(levels(std::span(&view, 1), windows), h);
            REQUIRE(m.pieces.size() == n.pieces.size());
            for (std::size_t i = 0; i < m.pieces.size(); ++i) {
                REQUIRE(m.pieces[i].exemplar == n.pieces[i].exemplar);
                REQUIRE(m.pieces[i].from == n.pieces[i].from);
            }
        }
}
