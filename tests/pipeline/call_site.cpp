// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "support.hpp"

#include <husk/husk.hpp>

// The call that README.md shows, for every element, layout and number of channels that it takes.

namespace {

constexpr auto view = husk::random_resized_crop{.size = 224, .scale = {.2f, 1.f}} |
                      husk::maybe(.8f, husk::color_jitter{.4f, .4f, .4f, .1f}) | husk::random_grayscale{.2f} |
                      husk::maybe(.5f, husk::gaussian_blur{.sigma = {.1f, 2.f}}) |
                      husk::random_horizontal_flip{} | husk::normalize{};
constexpr auto sample = husk::contrastive(view, husk::patch_negative{}, {.negatives = 1});

using husk::extent, husk::key;
constexpr extent in{61, 47}, out{224, 224};

/// A photograph of the same colours in any element; alpha tells its places apart and is never a colour.
template <class T, template <class> class Layout>
auto photo(int channels) -> husk::image<T, Layout>
{
    husk::image<T, Layout> i(in, channels);
    auto const v = i.view();
    for (int y = 0; y < in.height; ++y)
        for (int x = 0; x < in.width; ++x)
            for (int c = 0; c < channels; ++c) {
                auto const level = support::value_at<std::uint8_t>(in, 4, x, y, c);
                if constexpr (std::same_as<T, float>) v(x, y, c) = static_cast<float>(level) / 255.f;
                else v(x, y, c) = static_cast<T>(level * (sizeof(T) == 2 ? 257 : 1));
            }
    return i;
}

/// Query, key and negative.
template <class T, template <class> class Layout>
struct views {
    husk::image<T, Layout> query, key_view, negative;
    explicit views(int channels) : query(out, channels), key_view(query), negative(query) {}
};

template <class U, template <class> class To, class Photo>
auto made(Photo const& of) -> views<U, To>
{
    views<U, To> v(of.channels());
    husk::workspace workspace;
    std::uint64_t const seed = 3, index = 7;
    std::uint32_t const epoch = 1;
    sample(husk::key{seed, epoch, index}, of, v.query, v.key_view, v.negative, workspace);
    return v;
}

/// The farthest of an image to one of floats, as far as the elements go.
template <class A>
auto distance(A const& a, husk::image<float, husk::planar> const& exact) -> double
{
    using U = husk::element_of<std::remove_cvref_t<decltype(a.view())>>;
    constexpr bool integer = std::integral<std::remove_const_t<U>>;
    double most = 0;
    for (int y = 0; y < out.height; ++y)
        for (int x = 0; x < out.width; ++x)
            for (int c = 0; c < a.channels(); ++c) {
                auto const e = static_cast<double>(exact.view()(x, y, c));
                auto const got = static_cast<double>(a.view()(x, y, c));
                most =
                    std::max(most, integer ? std::abs(got / 255 - std::clamp(e, 0., 1.)) - .5 / 255
                                           : std::abs(got - e) - (sizeof(U) == 2 ? std::abs(e) / 2048 : 0));
            }
    return most;
}

template <class T, template <class> class From, class U, template <class> class To>
void check(int channels)
{
    auto const exact = made<float, husk::planar>(photo<std::uint8_t, husk::packed>(channels));
    auto const v = made<U, To>(photo<T, From>(channels));
    CHECK(distance(v.query, exact.query) < 1e-5);
    CHECK(distance(v.key_view, exact.key_view) < 1e-5);
    CHECK(distance(v.negative, exact.negative) < 1e-5);
}

template <class T, template <class> class From>
void check_targets(int channels)
{
    check<T, From, std::uint8_t, husk::packed>(channels);
    check<T, From, float, husk::planar>(channels);
    if constexpr (husk::has_float16) check<T, From, husk::float16, husk::planar>(channels);
}

} // namespace

TEST_CASE("the call site takes every element, layout and number of channels", "[pipeline][contrastive]")
{
    for (int const channels : {1, 3, 4}) {
        INFO(channels << " channels");
        check_targets<std::uint8_t, husk::packed>(channels);
        check<std::uint8_t, husk::planar, float, husk::packed>(channels);
        check_targets<std::uint16_t, husk::planar>(channels);
        check_targets<float, husk::packed>(channels);
    }
}

TEST_CASE("alpha goes where its pixel goes, and no colour step touches it", "[pipeline][contrastive]")
{
    auto const source = photo<std::uint8_t, husk::packed>(4);
    husk::image<std::uint8_t> alpha(in, 1);
    for (int y = 0; y < in.height; ++y)
        for (int x = 0; x < in.width; ++x) alpha.view()(x, y, 0) = source.view()(x, y, 3);
    husk::workspace memory;
    for (std::uint64_t i = 0; i < 20; ++i) {
        husk::image<float, husk::planar> whole(out, 4), alone(out, 1);
        auto const p = husk::draw(view, key{.index = i}, in);
        husk::execute(p, source, whole, memory);
        // The steps that move, of alpha as if it were grey.
        husk::plan<husk::resample, husk::window> const only{{std::get<0>(p.steps), std::get<4>(p.steps)}, in};
        husk::execute(only, alpha, alone, memory);
        bool same = true;
        for (int y = 0; y < out.height; ++y)
            for (int x = 0; x < out.width; ++x) same = same && whole.view()(x, y, 3) == alone.view()(x, y, 0);
        CHECK(same);
    }
}
