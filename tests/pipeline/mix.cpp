// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "support.hpp"

#include <husk/pipeline/mix.hpp>

#include <cmath>

using husk::cutmix, husk::mixup;
using support::contains, support::message_of;

namespace {

template <class T, template <class> class L>
auto numbers(husk::extent size, int channels, std::uint64_t seed) -> husk::image<T, L>
{
    husk::image<T, L> i(size, channels);
    husk::stream g(husk::key{.seed = seed});
    float const top = std::integral<T> ? static_cast<float>(std::numeric_limits<T>::max()) : 1.f;
    for (std::size_t n = 0; n < i.elements(); ++n) i.data()[n] = static_cast<T>(g.unit() * top);
    return i;
}

template <class T>
constexpr double top_of = std::integral<T> ? static_cast<double>(std::numeric_limits<T>::max()) : 1;

template <class A, class B, class D, template <class> class L>
void check_mixup(husk::extent size, int channels)
{
    auto const first = numbers<A, husk::packed>(size, channels, 1);
    auto const second = numbers<B, L>(size, channels, 2);
    support::guarded<D, L> target(size, channels);
    mixup::kernel const k{.3f};
    CHECK(husk::mix(k, first, second, target.view()) == .3f);
    double worst = 0;
    for (int y = 0; y < size.height; ++y)
        for (int x = 0; x < size.width; ++x)
            for (int c = 0; c < channels; ++c) {
                double const expected = .3 * static_cast<double>(first.view()(x, y, c)) / top_of<A> +
                                        .7 * static_cast<double>(second.view()(x, y, c)) / top_of<B>;
                double const found = static_cast<double>(target.view()(x, y, c)) / top_of<D>;
                worst = std::max(worst, std::abs(found - expected));
            }
    CHECK(worst < (std::integral<D> ? .501 / top_of<D> : 1e-6));
    CHECK(target.intact());
}

template <class T, template <class> class A, template <class> class D>
void check_cutmix(husk::extent size, int channels, husk::rect const& box)
{
    auto const first = numbers<T, husk::packed>(size, channels, 1);
    auto const second = numbers<T, A>(size, channels, 2);
    support::guarded<T, D> target(size, channels);
    CHECK(husk::mix(cutmix::kernel{box, .25f}, first, second, target.view()) == .25f);
    bool equal = true;
    for (int y = 0; y < size.height; ++y)
        for (int x = 0; x < size.width; ++x)
            for (int c = 0; c < channels; ++c) {
                bool const inside = x >= box.at.x && x < box.right() && y >= box.at.y && y < box.bottom();
                auto const expected = inside ? second.view()(x, y, c) : first.view()(x, y, c);
                equal = equal && support::same_bits<T>(target.view()(x, y, c), expected);
            }
    CHECK(equal);
    CHECK(target.intact());
}

} // namespace

TEST_CASE("bytes side by side are mixed as in planes, whatever their number", "[pipeline]")
{
    for (int const channels : {1, 3, 4})
        for (int width = 1; width <= 65; ++width) {
            auto const first = numbers<std::uint8_t, husk::packed>({width, 3}, channels, 1);
            auto const second = numbers<std::uint8_t, husk::packed>({width, 3}, channels, 2);
            support::guarded<std::uint8_t, husk::packed> fast({width, 3}, channels),
                one({width, 3}, channels);
            support::guarded<std::uint8_t, husk::planar> slow({width, 3}, channels);
            mixup::kernel const k{.37f};
            husk::mix(k, first, second, fast.view());
            husk::mix<husk::simd::scalar>(k, first, second, one.view());
            husk::mix(k, first, second, slow.view());
            REQUIRE(support::same_pixels(fast.view(), slow.view()));
            REQUIRE(support::same_pixels(one.view(), slow.view()));
            REQUIRE(fast.intact());
        }
}

TEST_CASE("mixup adds colours, whatever the elements", "[pipeline]")
{
    for (int width = 1; width <= 65; width += 8)
        check_mixup<std::uint8_t, std::uint8_t, std::uint8_t, husk::packed>({width, 3}, 3);
    check_mixup<std::uint8_t, float, std::uint16_t, husk::planar>({130, 4}, 3);
    check_mixup<std::uint16_t, std::uint8_t, float, husk::packed>({64, 2}, 4);
    check_mixup<float, float, float, husk::planar>({129, 5}, 1);
    auto const a = numbers<std::uint8_t, husk::packed>({70, 3}, 3, 1),
               b = numbers<std::uint8_t, husk::packed>({70, 3}, 3, 2);
    husk::image<std::uint8_t> target({70, 3});
    CHECK(husk::mix(mixup::kernel{1}, a, b, target) == 1);
    CHECK(target == a);
    husk::mix<husk::simd::scalar>(mixup::kernel{.4f}, a, b, target);
    auto const slow = target;
    husk::mix(mixup::kernel{.4f}, a, b, target);
    CHECK(target == slow);
}

TEST_CASE("cutmix moves a box, bit for bit", "[pipeline]")
{
    check_cutmix<std::uint8_t, husk::packed, husk::packed>({20, 10}, 3, {{3, 2}, {9, 8}});
    check_cutmix<std::uint8_t, husk::planar, husk::packed>({20, 10}, 3, {{0, 0}, {20, 10}});
    check_cutmix<std::uint16_t, husk::packed, husk::planar>({7, 9}, 4, {{6, 0}, {1, 9}});
    check_cutmix<float, husk::planar, husk::planar>({1, 1}, 1, {{0, 0}, {0, 0}});
    check_cutmix<std::uint8_t, husk::packed, husk::packed>({20, 10}, 3, {{3, 4}, {0, 5}});
}

TEST_CASE("mixing with a key is drawing and mixing", "[pipeline]")
{
    auto const a = support::numbered({30, 20});
    auto const b = numbers<std::uint8_t, husk::packed>({30, 20}, 3, 4);
    husk::image<std::uint8_t> one({30, 20}), two({30, 20});
    husk::key const k{.seed = 6};
    husk::stream g(k);
    auto const drawn = cutmix{}.draw(g, {30, 20});
    CHECK(husk::mix(cutmix{}, k, a, b, one) == husk::mix(drawn, a, b, two));
    CHECK(one == two);
    CHECK(husk::mix(mixup{}, k, a, b, one) == husk::mix(mixup{}, k, a, b, two));
    CHECK(one == two);
}

TEST_CASE("mixing refuses images that do not fit, before it writes", "[pipeline]")
{
    auto const a = support::numbered({9, 9});
    husk::image<std::uint8_t> target({9, 9});
    auto const attempt = [&](auto const& first, auto const& second, auto&& to) {
        return message_of([&] { husk::mix(mixup::kernel{.5f}, first, second, to); });
    };
    CHECK(contains(attempt(a, support::numbered({9, 8}), target), "second.size is 9x8"));
    CHECK(contains(attempt(support::numbered({8, 9}), support::numbered({8, 9}), target),
                   "target.size is 9x9"));
    CHECK(contains(attempt(a, support::numbered({9, 9}, 4), target), "second.channels is 4"));
    CHECK(contains(attempt(support::numbered({9, 9}, 1), support::numbered({9, 9}, 1), target),
                   "target.channels is 3"));
    CHECK(contains(attempt(target, a, target), "overlapping the first"));
    CHECK(contains(attempt(a, target, target), "overlapping the second"));
    CHECK(contains(message_of([&] {
                       husk::mix(cutmix::kernel{{{5, 5}, {5, 5}}, .5f}, a, a, target);
                   }),
                   "cutmix's box is 5x5 at (5, 5)"));
    CHECK(target == husk::image<std::uint8_t>({9, 9}));
}
