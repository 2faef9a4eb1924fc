// SPDX-License-Identifier: MIT
#pragma once
#include "catch.hpp"
#include "support.hpp"

#include <husk/pipeline/execute.hpp>

#include <cmath>
#include <random>

/// What the tests of colour transforms share: pictures, and a comparison with an oracle in double.
namespace colours {

using colour = std::array<double, 3>;
using image = std::vector<colour>; ///< a grey picture has three equal channels

template <class T>
inline constexpr double full = std::integral<T> ? static_cast<double>(std::numeric_limits<T>::max()) : 1.;

/// Random colours, among them greys, black, white, and pairs of equal channels.
template <class T, template <class> class L>
auto picture(husk::extent size, int channels, unsigned seed) -> support::guarded<T, L>
{
    support::guarded<T, L> out(size, channels);
    std::minstd_rand random(seed * 2 + 1);
    auto const v = out.view();
    for (int y = 0; y < size.height; ++y)
        for (int x = 0; x < size.width; ++x) {
            auto const kind = random() % 8;
            for (int c = 0; c < channels; ++c) {
                auto const some = static_cast<double>(random() >> 3 & 0xffff) / 65535 * full<T>;
                v(x, y, c) = static_cast<T>(kind == 0 ? 0 : kind == 1 ? full<T> : some);
                if (c > 0 && c < 3 && (kind == 2 || (kind == 3 && c == 1))) v(x, y, c) = v(x, y, c - 1);
            }
        }
    return out;
}

template <husk::view V>
auto read(V const& v) -> image
{
    image out;
    for (int y = 0; y < v.size.height; ++y)
        for (int x = 0; x < v.size.width; ++x) {
            colour p{};
            for (int c = 0; c < 3; ++c)
                p[static_cast<std::size_t>(c)] = static_cast<double>(v(x, y, v.channels == 1 ? 0 : c)) /
                                                 full<std::remove_const_t<husk::element_of<V>>>;
            out.push_back(p);
        }
    return out;
}

/// The worst distance between a view and what it ought to be, in colours; what rounding to T costs is free.
template <husk::view V>
auto distance(V const& v, image const& expected) -> double
{
    using T = husk::element_of<V>;
    double worst = 0;
    auto const got = read(v);
    for (std::size_t i = 0; i < got.size(); ++i)
        for (std::size_t c = 0; c < 3; ++c) {
            auto const free = std::integral<T> ? .5 / full<T> : 0;
            auto const want = std::integral<T> ? std::clamp(expected[i][c], 0., 1.) : expected[i][c];
            auto const d = std::max(0., std::abs(got[i][c] - want) - free);
            worst = d <= worst ? worst : d; // NaN stays
        }
    return worst;
}

template <husk::view A, husk::view B>
auto same_alpha(A const& from, B const& to) -> bool
{
    if (from.channels < 4) return true;
    for (int y = 0; y < from.size.height; ++y)
        for (int x = 0; x < from.size.width; ++x) {
            auto const a =
                static_cast<double>(from(x, y, 3)) / full<std::remove_const_t<husk::element_of<A>>>;
            auto const b = static_cast<double>(to(x, y, 3)) / full<std::remove_const_t<husk::element_of<B>>>;
            if (std::abs(a - b) > 1e-7) return false;
        }
    return true;
}

template <class T, template <class> class L, class U, template <class> class M, husk::kernel K, class Oracle>
void agree(K const& k, Oracle const& oracle, double tolerance, husk::extent size, int channels)
{
    auto source = picture<T, L>(size, channels, static_cast<unsigned>(size.width * 8 + channels));
    support::guarded<U, M> plain(size, channels), fast(size, channels);
    husk::plan<K> const p{{k}, size};
    husk::workspace memory;
    husk::execute<husk::simd::scalar>(p, source.view(), plain.view(), memory);
    husk::execute(p, source.view(), fast.view(), memory);
    auto expected = read(source.view());
    oracle(expected, channels == 1);
    INFO(k.describe() << " on " << to_string(size) << " x " << channels << ", elements of " << sizeof(T)
                      << " bytes");
    constexpr bool bytes = sizeof(T) == 1 && sizeof(U) == 1;
    CHECK(distance(fast.view(), expected) <= std::max(tolerance, bytes ? support::bytes_within(p) / 255 : 0));
    CHECK(support::same_pixels(plain.view(), fast.view()));
    CHECK((same_alpha(source.view(), fast.view()) && plain.intact() && fast.intact()));
    husk::execute_mask(p, source.view(), fast.view(), memory); // labels stay as they are
    CHECK(distance(fast.view(), read(source.view())) <= 1e-7);
}

/// Runs `k` on pictures of all kinds; oracle(pixels, grey) changes a picture as `k` should. Plain C++ and
/// registers must agree to the last bit.
template <husk::kernel K, class Oracle>
void check(K const& k, Oracle const& oracle, double tolerance = 2e-6)
{
    for (husk::extent const size : {husk::extent{1, 1}, {1, 9}, {7, 1}, {8, 5}, {33, 4}, {64, 3}, {65, 17}})
        for (int const channels : {1, 3, 4}) {
            agree<std::uint8_t, husk::packed, std::uint8_t, husk::packed>(k, oracle, tolerance, size,
                                                                          channels);
            agree<std::uint16_t, husk::packed, float, husk::planar>(k, oracle, tolerance, size, channels);
            agree<float, husk::planar, float, husk::planar>(k, oracle, tolerance, size, channels);
        }
    for (int width = 1; width <= 65; ++width)
        agree<float, husk::planar, float, husk::planar>(k, oracle, tolerance, {width, 2}, 3);
}

/// Whether k.within_bounds(), which there is, makes of colours in [0, most] what `k` does, to the last bit.
template <husk::point_kernel K>
auto same_within_bounds(K const& k, float most = 1 + 0x1p-21f) -> bool
{
    using V = husk::simd::real<husk::simd::scalar>;
    auto const fast = k.template within_bounds<husk::simd::scalar>();
    auto source = picture<float, husk::planar>({64, 64}, 3, 7);
    bool same = fast.has_value();
    auto const equal = [](V a, V b) { return a.value == b.value; };
    for (int y = 0; same && y < 64; ++y)
        for (int x = 0; x < 64; ++x) {
            auto const at = [&](int c) { return V(source.view()(x, y, c)) * V(most); };
            husk::rgb<V> const p{at(0), at(1), at(2)}, want = k(p), got = (*fast)(p);
            same = same && equal(want.r, got.r) && equal(want.g, got.g) && equal(want.b, got.b);
            if constexpr (requires(V v) { k(v); }) same = same && equal(k(p.r), (*fast)(p.r));
        }
    return same;
}

/// An oracle out of what happens to one channel.
template <class F>
auto each(F f)
{
    return [f](image& pixels, bool) {
        for (auto& p : pixels)
            for (auto& c : p) c = f(c);
    };
}

/// An oracle out of what happens to a colour; grey stays.
template <class F>
auto coloured(F f)
{
    return [f](image& pixels, bool grey) {
        if (!grey)
            for (auto& p : pixels) p = f(p);
    };
}

inline auto unit(double v) -> double { return std::clamp(v, 0., 1.); }
inline auto luma(colour const& p) -> double { return .2989 * p[0] + .587 * p[1] + .114 * p[2]; }

/// What `t` is drawn to for sample `i`.
template <husk::transform T>
auto drawn(T const& t, std::uint64_t i = 0)
{
    return std::get<0>(husk::draw(t, husk::key{.seed = 9, .index = i}, {8, 8}).steps);
}

template <husk::transform T>
auto refusal(T const& t) -> std::string
{
    return support::message_of([&] { (void)drawn(t); });
}

/// Whether value(i) for i < n is uniform in [low, high]: the worst of the distances between the distribution
/// and its samples is below what one in a million uniform ones exceeds (Kolmogorov and Smirnov).
template <class Value>
auto uniform(double low, double high, Value value, int n = 2000) -> bool
{
    std::vector<double> all;
    for (int i = 0; i < n; ++i) all.push_back((value(static_cast<std::uint64_t>(i)) - low) / (high - low));
    std::sort(all.begin(), all.end());
    double worst = all.front() < -1e-6 || all.back() > 1 + 1e-6 ? 1 : 0;
    for (int i = 0; i < n; ++i)
        worst = std::max({worst, (i + 1.) / n - all[static_cast<std::size_t>(i)],
                          all[static_cast<std::size_t>(i)] - 1. * i / n});
    return worst < 2.7 / std::sqrt(n);
}

/// What a plan of `k` makes of one float colour.
template <husk::kernel K>
auto one(K const& k, std::array<float, 3> p) -> std::array<float, 3>
{
    husk::image<float> from({1, 1}, 3), to({1, 1}, 3);
    husk::workspace memory;
    for (std::size_t c = 0; c < 3; ++c) from.view()(0, 0, static_cast<int>(c)) = p[c];
    husk::execute(husk::plan<K>{{k}, {1, 1}}, from, to, memory);
    for (std::size_t c = 0; c < 3; ++c) p[c] = to.view()(0, 0, static_cast<int>(c));
    return p;
}

inline constexpr float nan = std::numeric_limits<float>::quiet_NaN();
inline constexpr float infinity = std::numeric_limits<float>::infinity();

} // namespace colours
