// SPDX-License-Identifier: MIT
#include "allocations.hpp"
#include "catch.hpp"
#include "support.hpp"

#include <husk/measure/copying.hpp>
#include <husk/measure/coverage.hpp>
#include <husk/measure/seam_ratio.hpp>
#include <husk/negative/quilt.hpp>
#include <husk/pipeline/execute.hpp>

#include <cmath>
#include <limits>

using husk::extent, husk::key, husk::quilt, husk::quilt_choice;
using support::contains, support::message_of;

namespace {

/// A picture that is smooth and nowhere the same: hills, and a slope.
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

struct traced {
    husk::image<std::uint8_t> output;
    husk::coordinate_map map;
};

auto trace_of(quilt const& t, key const& k, husk::image<std::uint8_t> const& source) -> traced
{
    auto const p = husk::draw(t, k, source.size());
    husk::image<std::uint8_t> target(p.size(), source.channels());
    husk::workspace memory;
    auto map = husk::trace(p, source, target, memory);
    return {std::move(target), std::move(map)};
}

/// Runs a plan between guarded views: the output must be what the trace says, and a replay the same bits.
template <class T, template <class> class From, template <class> class To>
void check(quilt const& t, extent in, int channels, int gap)
{
    auto const p = husk::draw(t, key{.seed = 5, .index = static_cast<std::uint64_t>(in.area() + gap)}, in);
    support::guarded<T, From> source(in, channels, gap);
    support::guarded<T, To> target(p.size(), channels, gap + 2), plain(p.size(), channels, gap);
    source.fill();
    if constexpr (std::numeric_limits<T>::has_quiet_NaN) {
        auto const v = source.view();
        v(0, 0, 0) = std::numeric_limits<T>::quiet_NaN();
        v(in.width - 1, 0, 0) = std::numeric_limits<T>::infinity();
        v(0, in.height - 1, channels - 1) = -std::numeric_limits<T>::infinity();
    }
    From<T const> const from = source.view();
    husk::workspace memory;
    auto const map = husk::trace(p, from, target.view(), memory);
    for (int y = 0; y < p.size().height; ++y)
        for (int x = 0; x < p.size().width; ++x) {
            auto const o = map(x, y);
            REQUIRE(o.exemplar == 0);
            REQUIRE(husk::rect{{o.x, o.y}, {1, 1}}.inside(in));
            for (int c = 0; c < channels; ++c)
                REQUIRE(support::same_bits<T>(target.view()(x, y, c), from(o.x, o.y, c)));
        }
    husk::execute(p, from, plain.view(), memory);
    REQUIRE(source.intact());
    REQUIRE(target.intact());
    REQUIRE(plain.intact());
    REQUIRE(support::same_pixels(plain.view(), target.view()));
}

template <class T>
void check_layouts(quilt const& t, extent in, int gap)
{
    for (int const channels : {1, 3, 4}) {
        check<T, husk::packed, husk::packed>(t, in, channels, gap);
        check<T, husk::packed, husk::planar>(t, in, channels, gap);
        check<T, husk::planar, husk::packed>(t, in, channels, gap + 1);
        check<T, husk::planar, husk::planar>(t, in, channels, gap);
    }
}

constexpr quilt small{.block = 8, .overlap = 3, .candidates = 40, .finalists = 6};

} // namespace

TEMPLATE_TEST_CASE("a quilt's pixels are the source's, of any element, layout and stride",
                   "[negative][fidelity]", std::uint8_t, std::uint16_t, float)
{
    auto t = small;
    check_layouts<TestType>(t, {19, 23}, 1);
    t.size = {41, 30};
    check_layouts<TestType>(t, {8, 8}, 5); // the source is one block
    t.choice = quilt_choice::ssd, t.tolerance = .1f, t.balance = 0;
    check_layouts<TestType>(t, {31, 17}, 0);
}

#if defined(__FLT16_MANT_DIG__) && (defined(__clang__) || __GNUC__ >= 13 || defined(__SSE2__))
TEST_CASE("half precision is quilted like any element", "[negative]")
{
    check<husk::float16, husk::packed, husk::planar>(small, {30, 20}, 3, 1);
}
#endif

TEST_CASE("a quilt covers every size of output", "[negative]")
{
    for (int w = 1; w <= 65; w += w < 12 ? 1 : 7)
        for (int h = 1; h <= 65; h += h < 12 ? 2 : 11) {
            auto t = small;
            t.size = {w, h};
            check<std::uint8_t, husk::packed, husk::packed>(t, {17, 14}, 3, w % 5);
        }
}

TEST_CASE("blocks and overlaps of every proportion are sewn", "[negative]")
{
    for (int const block : {1, 2, 3, 5, 16, 17, 33})
        for (int const overlap : {0, 1, 2, block / 2, block - 1}) {
            if (overlap >= block) continue;
            for (int const finalists : {0, 3}) {
                quilt const t{.block = block,
                              .overlap = overlap,
                              .candidates = 12,
                              .finalists = finalists,
                              .size = {block + 37, block + 5}};
                check<std::uint8_t, husk::packed, husk::packed>(t, {block, block}, 3, 1);
                check<std::uint16_t, husk::planar, husk::packed>(t, {block + 20, block + 3}, 1, 1);
            }
        }
}

TEST_CASE("a float quilt of nothing but NaN and infinity is still a quilt", "[negative]")
{
    husk::image<float> source({20, 20}, 1);
    for (std::size_t i = 0; i < source.elements(); ++i)
        source.data()[i] = i % 3 == 0 ? std::numeric_limits<float>::quiet_NaN()
                                      : std::numeric_limits<float>::infinity() * (i % 3 == 1 ? 1.f : -1.f);
    auto const made = husk::apply(small, key{}, source);
    for (std::size_t i = 0; i < made.elements(); ++i) CHECK_FALSE(std::isfinite(made.data()[i]));
}

TEST_CASE("the block of least squared differences is chosen, identical ones apart", "[negative][fidelity]")
{
    constexpr int block = 12, overlap = 4;
    for (std::uint64_t i = 0; i < 12; ++i) {
        auto const source = support::numbered({40, 30});
        quilt const t{.block = block,
                      .overlap = overlap,
                      .choice = quilt_choice::ssd,
                      .candidates = 0,
                      .finalists = 0,
                      .balance = 0,
                      .size = {2 * block - overlap, block}};
        auto const [made, map] = trace_of(t, key{.index = i}, source);
        auto const first = map(0, 0);
        // The cut leaves the right half of the second block alone.
        husk::point const second{map(19, 0).x - 11, map(19, 0).y};
        auto const squares = [&](husk::point at) {
            std::int64_t sum = 0;
            for (int y = 0; y < block; ++y)
                for (int x = 0; x < overlap; ++x)
                    for (int c = 0; c < 3; ++c) {
                        auto const d = source.view()(at.x + x, at.y + y, c) -
                                       source.view()(first.x + block - overlap + x, first.y + y, c);
                        sum += d * d;
                    }
            return sum;
        };
        std::int64_t least = std::numeric_limits<std::int64_t>::max();
        for (int y = 0; y + block <= 30; ++y)
            for (int x = 0; x + block <= 40; ++x)
                if (auto const s = squares({x, y}); s > 0) least = std::min(least, s);
        CHECK(squares(second) == least);
    }
}

TEST_CASE("where the source repeats itself, what it repeats is no match either", "[negative][fidelity]")
{
    constexpr int block = 12, overlap = 4, period = 20;
    husk::image<std::uint8_t> source({3 * period, 24}, 1);
    auto const tile = support::numbered({period, 24}, 1);
    for (int y = 0; y < 24; ++y)
        for (int x = 0; x < 3 * period; ++x) source.view()(x, y, 0) = tile.view()(x % period, y, 0);
    for (auto const choice : {quilt_choice::seam, quilt_choice::ssd})
        for (std::uint64_t i = 0; i < 8; ++i) {
            quilt const t{.block = block,
                          .overlap = overlap,
                          .choice = choice,
                          .candidates = 0,
                          .finalists = 0,
                          .balance = 0,
                          .size = {2 * block - overlap, block}};
            auto const map = trace_of(t, key{.index = i}, source).map;
            auto const first = map(0, 0), last = map(19, 0);
            CHECK((last.y != first.y || (last.x - 19 - first.x) % period != 0));
        }
}

TEST_CASE("tolerance lets near misses in, and none beyond", "[negative][fidelity]")
{
    constexpr int block = 12, overlap = 4;
    auto const source = hills({40, 30}, 1);
    quilt t{.block = block,
            .overlap = overlap,
            .choice = quilt_choice::ssd,
            .candidates = 0,
            .finalists = 0,
            .balance = 0,
            .size = {2 * block - overlap, block}};
    int others = 0;
    for (std::uint64_t i = 0; i < 40; ++i) {
        auto const squares = [&](float tolerance) {
            t.tolerance = tolerance;
            auto const map = trace_of(t, key{.index = i}, source).map;
            std::int64_t sum = 0;
            for (int y = 0; y < block; ++y)
                for (int x = 0; x < overlap; ++x) {
                    auto const d = source.view()(map(19, 0).x - 11 + x, map(19, 0).y + y, 0) -
                                   source.view()(map(0, 0).x + block - overlap + x, map(0, 0).y + y, 0);
                    sum += d * d;
                }
            return static_cast<double>(sum);
        };
        auto const least = squares(0), near = squares(1);
        REQUIRE(near >= least);
        REQUIRE(near <= 2.01 * least);
        others += near > least;
    }
    CHECK(others > 0);
}

TEST_CASE("a quilt does not copy its source, and a flat source still makes one", "[negative][fidelity]")
{
    for (auto const choice : {quilt_choice::seam, quilt_choice::ssd}) {
        quilt t{.block = 16, .overlap = 6, .choice = choice, .candidates = 0, .finalists = 0, .balance = 0};
        for (auto const& source : {support::numbered({64, 64}), hills({64, 64})})
            for (std::uint64_t i = 0; i < 2; ++i)
                CHECK(husk::copying_of(trace_of(t, key{.index = i}, source).map).largest_component < .3);
        husk::image<std::uint8_t> flat({20, 20});
        std::fill_n(flat.data(), flat.elements(), std::uint8_t{90});
        t.size = {70, 40};
        auto const made = husk::apply(t, key{}, flat);
        CHECK(std::all_of(made.data(), made.data() + made.elements(), [](int v) { return v == 90; }));
    }
}

TEST_CASE("balance shows more of the source, and nothing as often", "[negative][fidelity]")
{
    auto const source = hills({96, 96});
    double shown[2]{};
    std::int64_t reuse[2]{};
    for (std::uint64_t i = 0; i < 4; ++i)
        for (std::size_t b = 0; b < 2; ++b) {
            quilt const t{.block = 24, .overlap = 8, .balance = b == 0 ? 0.f : 8.f, .size = {200, 200}};
            auto const c = husk::coverage_of(trace_of(t, key{.index = i}, source).map, {{}, source.size()});
            shown[b] += c.used / 4, reuse[b] += c.largest_reuse;
        }
    CHECK(shown[1] > shown[0] + .05);
    CHECK(reuse[1] < reuse[0]);
}

TEST_CASE("the same key gives the same quilt, another key another", "[negative]")
{
    auto const source = hills({60, 50});
    CHECK(husk::apply(small, key{.index = 3}, source) == husk::apply(small, key{.index = 3}, source));
    CHECK_FALSE(husk::apply(small, key{.index = 3}, source) == husk::apply(small, key{.index = 4}, source));
}

#if defined(__x86_64__)
TEST_CASE("a quilt is the same bytes on every instruction set", "[negative][fidelity]")
{
    // Overlaps around the widths of registers, and outputs that crop the last blocks.
    for (int const channels : {1, 3, 4})
        for (int const overlap : {2, 7, 8, 9, 15, 16, 17, 20})
            for (auto const choice : {quilt_choice::seam, quilt_choice::ssd}) {
                auto const source = hills({70, 61}, channels);
                quilt const t{.block = 24,
                              .overlap = overlap,
                              .choice = choice,
                              .candidates = 60,
                              .finalists = 10,
                              .size = {101, 87}};
                auto const p = husk::draw(t, key{.seed = 9}, source.size());
                husk::image<std::uint8_t> best(p.size(), channels), narrow(p.size(), channels);
                husk::workspace memory;
                husk::execute(p, source, best, memory);
                husk::execute<xsimd::sse2>(p, source, narrow, memory);
                CHECK(best == narrow);
            }
}
#endif

TEST_CASE("after the first quilt nothing allocates", "[negative]")
{
    auto const source = hills({70, 61});
    husk::image<std::uint8_t> target({70, 61});
    husk::workspace memory;
    husk::apply(small, key{}, source, target, memory);
    auto const before = support::allocations();
    for (std::uint64_t i = 0; i < 5; ++i) husk::apply(small, key{.index = i}, source, target, memory);
    CHECK(support::allocations() == before);
}

TEST_CASE("a workspace carries nothing from quilt to quilt", "[negative]")
{
    auto const source = hills({70, 61});
    husk::workspace memory;
    husk::image<std::uint8_t> target({70, 61}), big({150, 90});
    auto large = small;
    large.block = 20, large.overlap = 9, large.size = {150, 90};
    husk::apply(large, key{.seed = 1}, source, big, memory); // leaves its traces
    husk::apply(small, key{.seed = 2}, source, target, memory);
    CHECK(target == husk::apply(small, key{.seed = 2}, source));
}

TEST_CASE("quilts that cannot be are named", "[negative]")
{
    auto const attempt = [](quilt const& t, extent in = {100, 90}) {
        return message_of([&] { (void)husk::draw(t, key{}, in); });
    };
    constexpr auto not_a_number = std::numeric_limits<float>::quiet_NaN();
    CHECK(contains(attempt({.block = 0, .overlap = 0}), "quilt.block is 0: must lie in [1, 256]"));
    CHECK(contains(attempt({.block = 257}), "quilt.block is 257"));
    CHECK(contains(attempt({.block = 8, .overlap = 8}), "quilt.overlap is 8: must lie in [0, 7]"));
    CHECK(contains(attempt({.block = 8, .overlap = -1}), "quilt.overlap is -1"));
    CHECK(contains(attempt({.tolerance = -.5f}), "quilt.tolerance is -0.5: must lie in [0, 10]"));
    CHECK(contains(attempt({.tolerance = 11}), "quilt.tolerance is 11"));
    CHECK(contains(attempt({.tolerance = not_a_number}), "quilt.tolerance is nan"));
    CHECK(contains(attempt({.candidates = -1}), "quilt.candidates is -1"));
    CHECK(contains(attempt({.finalists = -2}), "quilt.finalists is -2"));
    CHECK(contains(attempt({.balance = -1}), "quilt.balance is -1"));
    CHECK(contains(attempt({.balance = 101}), "quilt.balance is 101: must lie in [0, 100]"));
    CHECK(contains(attempt({.balance = not_a_number}), "quilt.balance is nan"));
    CHECK(contains(attempt({.size = {0, 20}}), "quilt.size is 0x20: must be positive"));
    CHECK(contains(attempt({.size = {20, -1}}), "quilt.size is 20x-1"));
    CHECK(contains(attempt({.size = {100'000, 100'000}}), "quilt.size is 100000x100000: is too large"));
    CHECK(contains(attempt({.size = {std::numeric_limits<int>::max(), 1}}), "too large"));
    CHECK(contains(attempt({.block = 50}, {100, 49}),
                   "quilt.block is 50: must be at most 49 for a source of 100x49"));
    CHECK(attempt({.block = 50}, {100, 50}).empty());
}

TEST_CASE("a plan tells what it will sew", "[negative]")
{
    auto const p = husk::draw(quilt{.block = 20, .overlap = 5, .size = {30, 40}}, key{}, {50, 50});
    CHECK(p == husk::draw(quilt{.block = 20, .overlap = 5, .size = {30, 40}}, key{}, {50, 50}));
    CHECK_FALSE(p == husk::draw(quilt{.block = 20, .overlap = 6, .size = {30, 40}}, key{}, {50, 50}));
    CHECK_FALSE(p ==
                husk::draw(quilt{.block = 20, .overlap = 5, .size = {30, 40}}, key{.index = 1}, {50, 50}));
}
