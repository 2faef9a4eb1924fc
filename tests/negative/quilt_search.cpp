// SPDX-License-Identifier: MIT
#include "allocations.hpp"
#include "catch.hpp"
#include "support.hpp"

#include <husk/measure/copying.hpp>
#include <husk/negative/texture_negative.hpp>
#include <husk/pipeline/execute.hpp>

#include <cmath>

using husk::extent, husk::key, husk::quilt, husk::quilt_choice, husk::quilt_search;
using support::contains, support::message_of;

namespace {

auto hills(extent size, int channels = 3) -> husk::image<std::uint8_t>
{
    husk::image<std::uint8_t> i(size, channels);
    for (int y = 0; y < size.height; ++y)
        for (int x = 0; x < size.width; ++x)
            for (int c = 0; c < channels; ++c)
                i.view()(x, y, c) = static_cast<std::uint8_t>(
                    (x * x / 7 + y * y / 5 + x * y / 3 * (c + 1) + 40 * c) % 509 / 2);
    return i;
}

auto over_choices_and_searches(auto const& f)
{
    for (auto const choice : {quilt_choice::seam, quilt_choice::ssd, quilt_choice::sad})
        for (auto const search : {quilt_search::drawn, quilt_search::exhaustive, quilt_search::pyramid})
            f(choice, search);
}

/// The mean absolute difference where a block overlaps what was laid before it.
auto misfit(quilt const& t, husk::image<std::uint8_t> const& source) -> double
{
    auto const p = husk::draw(t, key{.seed = 4}, source.size());
    husk::image<std::uint8_t> target(p.size(), source.channels());
    husk::workspace memory;
    auto const map = husk::trace(p, source, target, memory);
    double jumps = 0;
    int n = 0;
    for (int y = 0; y < p.size().height; ++y)
        for (int x = 1; x < p.size().width; ++x) {
            auto const a = map(x - 1, y), b = map(x, y);
            if (a.x + 1 == b.x && a.y == b.y) continue;
            // What lies left of the jump, and what would have: the pixel before b in the source.
            if (b.x == 0) continue;
            for (int c = 0; c < source.channels(); ++c, ++n)
                jumps += std::abs(source.view()(b.x - 1, b.y, c) - target.view()(x - 1, y, c));
        }
    return n > 0 ? jumps / n : 0;
}

} // namespace

TEST_CASE("every choice goes with every search", "[negative]")
{
    auto const source = hills({50, 47});
    over_choices_and_searches([&](auto choice, auto search) {
        for (auto const& [block, overlap] : {std::pair{8, 3}, {13, 6}, {24, 10}, {47, 46}})
            for (float const balance : {0.f, 6.f})
                for (extent const size : {extent{1, 1}, {30, 19}, {90, 77}}) {
                    if (block == 47 && size.width > 60) continue;
                    quilt const t{.block = block,
                                  .overlap = overlap,
                                  .choice = choice,
                                  .search = search,
                                  .tolerance = .1f,
                                  .balance = balance,
                                  .size = size};
                    auto const p = husk::draw(t, key{.seed = 1}, source.size());
                    husk::image<std::uint8_t> target(p.size(), 3);
                    husk::workspace memory;
                    auto const map = husk::trace(p, source, target, memory);
                    for (int y = 0; y < size.height; ++y)
                        for (int x = 0; x < size.width; ++x)
                            for (int c = 0; c < 3; ++c)
                                REQUIRE(target.view()(x, y, c) == source.view()(map(x, y).x, map(x, y).y, c));
                }
    });
}

TEST_CASE("no candidates is every place", "[negative]")
{
    for (auto const choice : {quilt_choice::seam, quilt_choice::ssd, quilt_choice::sad}) {
        quilt t{.block = 16, .overlap = 6, .choice = choice, .candidates = 0};
        auto const none = husk::draw(t, key{}, {50, 50});
        t.candidates = 77, t.search = quilt_search::exhaustive; // as many as there are
        CHECK(husk::draw(t, key{}, {50, 50}) == none);
    }
}

TEST_CASE("what looks at more places fits better", "[negative][fidelity]")
{
    auto const source = hills({96, 96});
    for (auto const choice : {quilt_choice::ssd, quilt_choice::sad}) {
        auto const by = [&](quilt_search search) {
            return misfit({.block = 24,
                           .overlap = 8,
                           .choice = choice,
                           .search = search,
                           .candidates = 10,
                           .balance = 0,
                           .size = {200, 200}},
                          source);
        };
        CHECK(by(quilt_search::exhaustive) < .7 * by(quilt_search::drawn));
        CHECK(by(quilt_search::pyramid) < .8 * by(quilt_search::drawn));
    }
}

TEST_CASE("searches do not copy the source", "[negative][fidelity]")
{
    over_choices_and_searches([&](auto choice, auto search) {
        for (auto const& source : {support::numbered({64, 64}), hills({64, 64})}) {
            quilt const t{.block = 16, .overlap = 6, .choice = choice, .search = search, .balance = 0};
            auto const p = husk::draw(t, key{.index = 3}, source.size());
            husk::image<std::uint8_t> target(p.size(), source.channels());
            husk::workspace memory;
            CHECK(husk::copying_of(husk::trace(p, source, target, memory)).largest_component < .35);
        }
    });
}

TEST_CASE("the first block of a pyramid is any", "[negative]")
{
    auto const source = hills({60, 60});
    int corners = 0;
    for (std::uint64_t i = 0; i < 40; ++i) {
        auto const p = husk::draw(quilt{.block = 16,
                                        .overlap = 6,
                                        .choice = quilt_choice::sad,
                                        .search = quilt_search::pyramid,
                                        .balance = 0,
                                        .size = {16, 16}},
                                  key{.index = i}, source.size());
        husk::image<std::uint8_t> target(p.size(), 3);
        husk::workspace memory;
        auto const map = husk::trace(p, source, target, memory);
        corners += map(0, 0).x == 0 && map(0, 0).y == 0;
    }
    CHECK(corners < 10);
}

#if defined(__x86_64__)
TEST_CASE("searches give the same bytes on every instruction set", "[negative][fidelity]")
{
    over_choices_and_searches([&](auto choice, auto search) {
        for (int const channels : {1, 3, 4})
            for (int const overlap : {2, 8, 15})
                for (float const balance : {0.f, 5.f}) {
                    auto const source = hills({70, 61}, channels);
                    quilt const t{.block = 24,
                                  .overlap = overlap,
                                  .choice = choice,
                                  .search = search,
                                  .tolerance = .1f,
                                  .balance = balance,
                                  .size = {101, 87}};
                    auto const p = husk::draw(t, key{.seed = 9}, source.size());
                    husk::image<std::uint8_t> best(p.size(), channels), narrow(p.size(), channels);
                    husk::workspace memory;
                    husk::execute(p, source, best, memory);
                    husk::execute<xsimd::sse2>(p, source, narrow, memory);
                    CHECK(best == narrow);
                }
    });
}
#endif

TEST_CASE("after the first quilt by a search nothing allocates, and nothing is left behind", "[negative]")
{
    auto const source = hills({70, 61});
    husk::image<std::uint8_t> target({224, 224}), again({224, 224});
    over_choices_and_searches([&](auto choice, auto search) {
        quilt const t{.block = 20, .overlap = 6, .choice = choice, .search = search, .size = {224, 224}};
        husk::workspace memory;
        husk::apply(t, key{.index = 7}, source, target, memory);
        auto const before = support::allocations();
        for (std::uint64_t i = 0; i < 2; ++i) husk::apply(t, key{.index = i}, source, target, memory);
        CHECK(support::allocations() == before);
        husk::workspace fresh;
        husk::apply(t, key{.index = 1}, source, again, fresh);
        CHECK(again == target);
    });
}

TEST_CASE("searches that cannot be are named", "[negative]")
{
    auto const attempt = [](quilt const& t) {
        return message_of([&] { (void)husk::draw(t, key{}, {100, 90}); });
    };
    CHECK(contains(attempt({.search = quilt_search::pyramid, .finalists = 0}),
                   "quilt.finalists is 0: must be positive where a pyramid finds them"));
    CHECK(contains(attempt({.search = quilt_search::pyramid, .finalists = -1}), "quilt.finalists is -1"));
    CHECK(contains(attempt({.overlap = 1, .search = quilt_search::pyramid}),
                   "quilt.overlap is 1: must be at least 2 for a pyramid, which compares overlaps"));
    CHECK(attempt({.overlap = 1, .search = quilt_search::exhaustive}).empty());
    CHECK(contains(message_of([] {
                       (void)husk::draw(
                           husk::texture_negative{.sewing = {.search = quilt_search::exhaustive}}, key{},
                           {500, 400});
                   }),
                   "texture_negative.sewing.search is 1: must be quilt_search::drawn here"));
    CHECK(
        contains(attempt({.search = quilt_search::exhaustive, .candidates = -1}), "quilt.candidates is -1"));
}

TEST_CASE("a plan tells how it will search", "[negative]")
{
    auto const text = [](quilt const& t) { return husk::describe(husk::draw(t, key{}, {100, 90})); };
    CHECK(contains(text({}), "by seam, tolerance 0, candidates 192, finalists 4, balance 6"));
    CHECK(contains(text({.choice = quilt_choice::ssd, .search = quilt_search::exhaustive}),
                   "by squared differences, tolerance 0, candidates everywhere, balance 6"));
    CHECK(contains(text({.choice = quilt_choice::sad, .search = quilt_search::pyramid, .finalists = 7}),
                   "by absolute differences, tolerance 0, candidates by pyramid, finalists 7, balance 6"));
    CHECK(contains(text({.candidates = 0, .balance = 0}),
                   "by seam, tolerance 0, candidates everywhere, finalists 4, balance 0"));
}
