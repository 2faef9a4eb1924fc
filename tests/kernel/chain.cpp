// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "support.hpp"

#include <husk/kernel/chain.hpp>
#include <husk/pipeline/workspace.hpp>
#include <husk/simd/arch.hpp>

#include <type_traits>
#include <vector>

namespace chain_tests { // named: the concept asks for an == that nothing calls

using husk::content, husk::extent;
using source_view = husk::packed<std::uint8_t const>;
using chain = husk::chain<husk::simd::best, source_view>;

/// Half as much of every colour.
struct halved {
    template <class V>
    auto operator()(husk::rgb<V> p) const -> husk::rgb<V>
    {
        return {(*this)(p.r), (*this)(p.g), (*this)(p.b)};
    }
    template <class V>
    auto operator()(V v) const -> V
    {
        return v * .5f;
    }
    auto describe() const -> std::string { return "halved"; }
    friend auto operator==(halved const&, halved const&) -> bool = default;
};

/// The same, and colours may leave [0, 1].
struct unbounded : halved {
    static constexpr bool leaves_bounds = true;
};

/// Runs join(chain) twice, as plans do: to count the memory, and to compute into a planar float image.
template <class Join>
auto run(husk::image<std::uint8_t> const& source, Join join, content what = content::colours)
    -> husk::image<float, husk::planar>
{
    auto const once = [&](husk::arena& memory, auto const& finish) {
        chain c(source.view(), what, memory);
        join(c);
        finish(c);
    };
    extent size;
    husk::arena count;
    husk::planar<float> none;
    once(count, [&](chain& c) {
        CHECK(c.counts());
        size = c.size();
        c.finish(none);
    });
    husk::image<float, husk::planar> target(size, source.channels());
    husk::workspace room;
    auto memory = room.fit(count.used());
    once(memory, [&](chain& c) { c.finish(target.view()); });
    CHECK(memory.used() == count.used());
    return target;
}

} // namespace chain_tests

using namespace chain_tests;

TEST_CASE("a chain takes as much memory as it counted, and halves what joins twice twice", "[kernel]")
{
    auto const source = support::numbered({21, 8});
    auto const target = run(source, [](chain& c) {
        c.recolour(halved{});
        c.recolour(halved{});
        CHECK(c.walks() == 0);
    });
    for (int y = 0; y < 8; ++y)
        for (int x = 0; x < 21; ++x)
            for (int k = 0; k < 3; ++k)
                REQUIRE(target.view()(x, y, k) == static_cast<float>(source.view()(x, y, k)) / 255.f * .25f);
}

TEST_CASE("labels are not recoloured", "[kernel]")
{
    auto const source = support::numbered({5, 4}, 1);
    auto const target = run(
        source, [](chain& c) { c.recolour(halved{}); }, content::labels);
    CHECK(target.view()(3, 2, 0) == static_cast<float>(source.view()(3, 2, 0)) / 255.f);
}

TEST_CASE("an image is looked at where it is, or rendered once and shown while it is", "[kernel]")
{
    auto const source = support::numbered({13, 6});
    std::vector<int> seen;
    run(source, [&](chain& c) {
        c.look([&](auto const& v) { CHECK(std::same_as<std::remove_cvref_t<decltype(v)>, source_view>); });
        CHECK(c.walks() == 0);
        c.recolour(halved{});
        seen.clear();
        c.watch([&](husk::row const& r, int y) {
            CHECK(r[1][12] == static_cast<float>(source.view()(12, y, 1)) / 255.f * .5f);
            seen.push_back(y);
        });
        CHECK(c.walks() == 1);
        c.look([&](auto const& v) {
            CHECK(std::same_as<std::remove_cvref_t<decltype(v)>, husk::planar<float const>>);
        });
        CHECK(c.walks() == 1);
    });
    CHECK(seen == std::vector{0, 1, 2, 3, 4, 5});
}

TEST_CASE("an image in memory is cropped by looking at less of it", "[kernel]")
{
    auto const source = support::numbered({13, 6});
    auto const target = run(source, [](chain& c) {
        CHECK_FALSE(c.crop({{9, 0}, {5, 5}}));
        CHECK(c.crop({{4, 1}, {5, 4}}));
        CHECK(c.size() == extent{5, 4});
        c.recolour(halved{});
        CHECK_FALSE(c.crop({{0, 0}, {2, 2}}));
    });
    CHECK(target.view()(2, 3, 0) == static_cast<float>(source.view()(6, 4, 0)) / 255.f * .5f);
}

TEST_CASE("colours of integers are bounded until something says that it leads out", "[kernel]")
{
    husk::arena memory, other;
    chain c({nullptr, {4, 4}}, content::colours, memory);
    CHECK(c.bounded());
    c.recolour(halved{});
    CHECK(c.bounded());
    c.recolour(unbounded{});
    CHECK_FALSE(c.bounded());
    husk::chain<husk::simd::best, husk::packed<float const>> floats({nullptr, {4, 4}}, content::colours,
                                                                    other);
    CHECK_FALSE(floats.bounded());
}

TEST_CASE("a chain tells its story: steps, and where a walk ends", "[kernel]")
{
    husk::arena memory;
    std::string story;
    chain c({nullptr, {4, 4}}, content::colours, memory, &story);
    c.tell(halved{});
    c.tell(halved{});
    c.recolour(halved{});
    c.render([](husk::row const&, int) {});
    c.tell(halved{});
    CHECK(story == "halved | halved, then halved");
}
