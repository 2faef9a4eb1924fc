// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "support.hpp"

#include <husk/husk.hpp>

using husk::image, husk::key, husk::quilt;
using support::contains, support::message_of;

namespace {

constexpr quilt small{.block = 12, .overlap = 4, .candidates = 40, .finalists = 8};
husk::workspace memory;

} // namespace

TEMPLATE_TEST_CASE("a quilt of several images shows all of them, and its map replays it", "[pipeline]",
                   std::uint8_t, float)
{
    std::vector<image<TestType>> const images{support::numbered<TestType>({30, 20}),
                                              support::numbered<TestType>({12, 12}),
                                              support::numbered<TestType>({25, 41})};
    std::vector<husk::packed<TestType const>> const exemplars(images.begin(), images.end());
    support::guarded<TestType, husk::planar> out({77, 53}, 3, 4);
    auto const map = husk::synthesize(small, key{.seed = 1}, exemplars, out.view(), memory);
    CHECK(out.intact());
    image<TestType> replayed({77, 53});
    map.replay(std::span(exemplars), replayed.view());
    CHECK(support::same_pixels(out.view(), replayed.view()));
    std::vector<int> seen(3);
    for (int y = 0; y < 53; ++y)
        for (int x = 0; x < 77; ++x) ++seen[static_cast<std::size_t>(map(x, y).exemplar)];
    CHECK(std::all_of(seen.begin(), seen.end(), [](int n) { return n > 100; }));
}

TEST_CASE("one exemplar is the transform's own quilt up to its luck", "[pipeline]")
{
    auto const source = support::numbered({40, 30});
    std::vector<husk::packed<std::uint8_t const>> const one{source.view()};
    image<std::uint8_t> a({50, 50}), b({50, 50});
    husk::synthesize(small, key{.seed = 3}, one, a, memory);
    husk::synthesize(small, key{.seed = 3}, one, b, memory);
    CHECK(a == b);
    husk::synthesize(small, key{.seed = 4}, one, b, memory);
    CHECK_FALSE(a == b);
}

TEST_CASE("what is wrong with the exemplars is said before a pixel is written", "[pipeline]")
{
    auto const good = support::numbered({40, 30}), grey = support::numbered({40, 30}, 1),
               tiny = support::numbered({40, 11});
    image<std::uint8_t> out({50, 50});
    using views = std::vector<husk::packed<std::uint8_t const>>;
    auto const attempt = [&](quilt const& q, views const& v) {
        return message_of([&] { husk::synthesize(q, key{}, v, out, memory); });
    };
    CHECK(contains(attempt(small, {}), "exemplars is empty"));
    CHECK(contains(attempt(small, {good, grey}), "exemplar.channels is 1"));
    CHECK(contains(attempt(small, {good, tiny}),
                   "quilt.block is 12: must be at most 11 for an exemplar of 40x11"));
    CHECK(contains(attempt(small, {good, out}), "target is overlapping an exemplar"));
    CHECK(contains(attempt(small, {good, {nullptr, {40, 30}}}), "exemplar.data is null"));
    CHECK(contains(attempt({.size = {20, 20}}, {good}), "target.size is 50x50: the quilt makes 20x20"));
    CHECK(contains(attempt({.block = 300}, {good}), "quilt.block is 300"));
    CHECK(out == image<std::uint8_t>({50, 50}));
}
