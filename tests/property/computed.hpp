// SPDX-License-Identifier: MIT
#pragma once
#include "catch.hpp"
#include "every_transform.hpp"
#include "support.hpp"

// Every transform that computes, on sizes from 1 x 1 to 65 x 65 (sampled), with gaps between rows: wide
// registers give what single floats give, bit for bit; elements, layouts and strides change nothing but
// roundings; nothing outside the pixels is touched.

namespace property {

using husk::extent;

/// The same numbers in another element and layout, exactly.
template <class T, template <class> class Layout>
void fill_levels(support::guarded<T, Layout>& i)
{
    auto const v = i.view();
    for (int y = 0; y < v.size.height; ++y)
        for (int x = 0; x < v.size.width; ++x)
            for (int c = 0; c < v.channels; ++c) {
                auto const level = support::value_at<std::uint8_t>(v.size, v.channels, x, y, c);
                if constexpr (sizeof(T) == 1) v(x, y, c) = level;
                else if constexpr (std::same_as<T, std::uint16_t>) v(x, y, c) = static_cast<T>(257 * level);
                else v(x, y, c) = static_cast<float>(level) / 255.f;
            }
}

template <class Arch, class T, template <class> class Layout, class Plan>
auto computed(Plan const& p, extent in, int channels) -> husk::image<float, husk::planar>
{
    support::guarded<T, Layout> source(in, channels, 3);
    fill_levels(source);
    support::guarded<float, husk::planar> target(p.size(), channels, 1);
    husk::workspace memory;
    husk::execute<Arch>(p, source.view(), target.view(), memory);
    REQUIRE(target.intact());
    husk::image<float, husk::planar> result(p.size(), channels);
    auto const to = result.view();
    for (int c = 0; c < channels; ++c)
        for (int y = 0; y < to.size.height; ++y)
            for (int x = 0; x < to.size.width; ++x) to(x, y, c) = target.view()(x, y, c);
    return result;
}

/// Bytes are these colours, rounded after a change by `within` levels.
template <class V>
void check_nearly(V const& bytes, husk::image<float, husk::planar> const& colours, double within)
{
    double most = 0;
    for (int c = 0; c < bytes.channels; ++c)
        for (int y = 0; y < bytes.size.height; ++y)
            for (int x = 0; x < bytes.size.width; ++x)
                most = std::max(most, std::abs(bytes(x, y, c) - 255. * double{colours.view()(x, y, c)}));
    REQUIRE(most <= .5 + within);
}

/// Bytes of bytes, in whichever way the plan makes them, are the colours that it makes, rounded; or nearly,
/// as far as a kernel says (support::bytes_within).
template <class Arch, class Plan>
void check_bytes(Plan const& p, extent in, husk::image<float, husk::planar> const& colours)
{
    int const channels = colours.channels();
    support::guarded<std::uint8_t, husk::packed> source(in, channels, 3), target(p.size(), channels, 1);
    fill_levels(source);
    husk::workspace memory;
    husk::execute<Arch>(p, source.view(), target.view(), memory);
    REQUIRE(target.intact());
    auto const within = support::bytes_within(p);
    if (within > 0) return check_nearly(target.view(), colours, within);
    std::vector<float> row(static_cast<std::size_t>(husk::row::padded(p.size().width) * channels));
    husk::image<std::uint8_t> expected(p.size(), channels);
    husk::row const r{row.data(), husk::row::padded(p.size().width), p.size().width, channels};
    for (int y = 0; y < p.size().height; ++y) {
        for (int c = 0; c < channels; ++c) std::copy_n(colours.view().row(y, c), r.width, r[c]);
        husk::pack<husk::simd::scalar>(r, expected.view(), y);
    }
    REQUIRE(support::same_pixels(target.view(), expected.view()));
}

template <class A>
auto farthest(A const& a, A const& b) -> float
{
    float most = 0;
    for (int c = 0; c < a.channels(); ++c)
        for (int y = 0; y < a.size().height; ++y)
            for (int x = 0; x < a.size().width; ++x)
                most = std::max(most, std::abs(a.view()(x, y, c) - b.view()(x, y, c)));
    return most;
}

struct checks {
    template <husk::transform T>
    void operator()(char const* name, T const& t) const
    {
        int turn = 0;
        for (extent const in :
             {extent{1, 1}, {1, 9}, {13, 1}, {2, 3}, {17, 31}, {65, 8}, {33, 64}, {64, 65}}) {
            int const channels = std::array{3, 1, 4}[static_cast<std::size_t>(turn++ % 3)];
            INFO(name << " of " << in.width << "x" << in.height << " x " << channels);
            auto const p =
                husk::draw(t, husk::key{.seed = 3, .index = static_cast<std::uint64_t>(in.area())}, in);
            auto const wide = computed<husk::simd::best, std::uint8_t, husk::packed>(p, in, channels);
            auto const single = computed<husk::simd::scalar, std::uint8_t, husk::packed>(p, in, channels);
            REQUIRE(support::same_pixels(wide.view(), single.view()));
            check_bytes<husk::simd::best>(p, in, wide);
            auto const deep = computed<husk::simd::best, std::uint16_t, husk::planar>(p, in, channels);
            REQUIRE(farthest(wide, deep) <= 1e-6f);
        }
    }
};

} // namespace property
