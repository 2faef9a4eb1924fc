// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "support.hpp"

#include <husk/kernel/move.hpp>
#include <husk/rng/stream.hpp>

using husk::extent, husk::mosaic, husk::packed, husk::piece, husk::planar, husk::turn;

namespace {

/// The slow oracle: pixel by pixel, channel by channel, straight from the definition of a piece.
template <husk::view S, husk::writable_view D>
void lay_slowly(mosaic const& m, std::span<S const> sources, D target)
{
    for (auto const& p : m.pieces)
        for (int y = 0; y < p.size.height; ++y)
            for (int x = 0; x < p.size.width; ++x) {
                auto const behind = [&](int at, int limit) { return at >= limit; };
                if (p.cut >= 0) {
                    auto const* const cut = m.cuts.data() + p.cut;
                    if (!behind(x, cut[y]) || !behind(y, cut[p.size.height + x])) continue;
                }
                auto const a = husk::axes_of(p.turned);
                auto const& s = sources[sources.size() == 1 ? 0 : static_cast<std::size_t>(p.exemplar)];
                for (int c = 0; c < target.channels; ++c)
                    target(p.to.x + x, p.to.y + y, c) = s(p.from.x + x * a.right.x + y * a.down.x,
                                                          p.from.y + x * a.right.y + y * a.down.y, c);
            }
}

constexpr extent source_size{41, 37}, target_size{33, 29};

/// Pieces of all sizes, turns and cuts at random places.
struct random_mosaic {
    std::vector<piece> pieces;
    std::vector<std::uint16_t> cuts;

    explicit random_mosaic(std::uint64_t seed)
    {
        husk::stream g(husk::key{.seed = seed});
        for (int i = 0; i < 40; ++i) {
            auto const side = g.in(husk::interval{1, 20});
            auto const turned = static_cast<turn>(g.below(8));
            husk::rect const window{g.corner(source_size, {side, side}), {side, side}};
            piece p{g.corner(target_size, {side, side}),
                    {side, side},
                    husk::start_of(window, turned),
                    turned,
                    static_cast<int>(g.below(2))};
            p.size.width -= static_cast<int>(g.below(static_cast<std::uint32_t>(side)));
            if (g.chance(.5f)) {
                p.cut = static_cast<int>(cuts.size());
                for (int k = 0; k < p.size.height + p.size.width; ++k)
                    cuts.push_back(static_cast<std::uint16_t>(g.below(static_cast<std::uint32_t>(side) + 1)));
            }
            pieces.push_back(p);
        }
    }
    auto get() const -> mosaic { return {pieces, cuts}; }
};

template <class T, template <class> class From, template <class> class To>
void compare(int channels, int sources)
{
    for (std::uint64_t seed = 0; seed < 8; ++seed) {
        random_mosaic const m(seed);
        support::guarded<T, From> a(source_size, channels, 3), b(source_size, channels, 1);
        support::guarded<T, To> fast(target_size, channels, 7), slow(target_size, channels, 7);
        a.fill();
        b.fill();
        b.view()(5, 5, 0) = T(1);
        std::array<From<T const>, 2> const views{a.view(), b.view()};
        auto const used = std::span<From<T const> const>(views).first(static_cast<std::size_t>(sources));
        husk::move<void>(m.get(), used, fast.view());
        lay_slowly(m.get(), used, slow.view());
        REQUIRE(support::same_pixels(fast.view(), slow.view()));
        REQUIRE(fast.intact());
    }
}

} // namespace

TEMPLATE_TEST_CASE("moving agrees with the slow oracle in every layout", "[kernel]", std::uint8_t,
                   std::uint16_t, float)
{
    for (int const channels : {1, 3, 4})
        for (int const sources : {1, 2}) {
            compare<TestType, packed, packed>(channels, sources);
            compare<TestType, packed, planar>(channels, sources);
            compare<TestType, planar, packed>(channels, sources);
            compare<TestType, planar, planar>(channels, sources);
        }
}

TEST_CASE("every width of box is copied whole and nothing beside it", "[kernel]")
{
    for (int w = 1; w <= 130; ++w) {
        extent const size{w, 3};
        support::guarded<std::uint8_t> from(size, 3, 2), to(size, 3, 4);
        from.fill();
        piece const p{{}, size, {}};
        packed<std::uint8_t const> const source = from.view();
        husk::move<void>(mosaic{std::span(&p, 1), {}}, std::span(&source, 1), to.view());
        REQUIRE(support::same_pixels(source, packed<std::uint8_t const>(to.view())));
        REQUIRE(to.intact());
    }
}
