// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "support.hpp"

#include <husk/husk.hpp>

// Quilts look at pixels before they move them: these digests hold only if every decision is the same on every
// machine, instruction set, compiler and optimisation level. A change here changes everybody's data, and
// needs a line in the changelog.

using husk::extent, husk::key, husk::quilt, husk::quilt_choice, husk::texture_negative;

namespace {

constexpr extent size{250, 187};
constexpr key sample{.seed = 2021, .epoch = 1, .index = 42, .view = 2};

/// Hills and valleys, from integers.
template <class T, template <class> class Layout = husk::packed>
auto smooth(int channels = 3) -> husk::image<T, Layout>
{
    husk::image<T, Layout> i(size, channels);
    auto const v = i.view();
    for (int y = 0; y < size.height; ++y)
        for (int x = 0; x < size.width; ++x)
            for (int c = 0; c < channels; ++c) {
                int const hill = std::abs((x * x / 9 + y * y / 7 + x * y / 5 + 60 * c) % 510 - 255);
                if constexpr (sizeof(T) == 1) v(x, y, c) = static_cast<T>(hill);
                else if constexpr (std::same_as<T, float>)
                    v(x, y, c) = static_cast<float>(hill) * .0625f - 2.f;
                else v(x, y, c) = static_cast<T>(hill * 201 + 77);
            }
    return i;
}

template <class T, template <class> class Layout = husk::packed>
auto rough(int channels = 3) -> husk::image<T, Layout>
{
    auto const from = support::numbered<T>(size, channels);
    husk::image<T, Layout> to(size, channels);
    for (int y = 0; y < size.height; ++y)
        for (int x = 0; x < size.width; ++x)
            for (int c = 0; c < channels; ++c) to.view()(x, y, c) = from.view()(x, y, c);
    return to;
}

template <husk::transform Transform, class T, template <class> class Layout>
auto digest_of(Transform const& t, husk::image<T, Layout> const& source) -> std::uint64_t
{
    return support::digest(husk::apply(t, sample, source).view());
}

} // namespace

TEST_CASE("the quilt of a key never changes", "[golden]")
{
    CHECK(digest_of(quilt{}, rough<std::uint8_t>()) == 0x473ed2f004948cf9u);
    CHECK(digest_of(quilt{}, rough<std::uint8_t>(1)) == 0x1c24235611c60362u);
    CHECK(digest_of(quilt{}, rough<std::uint16_t>()) == 0x78d8f1ad8d0b381eu);
    CHECK(digest_of(quilt{}, rough<float, husk::planar>()) == 0x5b8d8eb5bd34f204u);
    CHECK(digest_of(quilt{}, smooth<std::uint8_t>()) == 0xba40e7fe77c7ed88u);
    CHECK(digest_of(quilt{}, smooth<std::uint8_t>(1)) == 0x8986cfa145008209u);
    CHECK(digest_of(quilt{}, smooth<std::uint16_t>()) == 0x6bc70752a1992c78u);
    CHECK(digest_of(quilt{}, smooth<float, husk::planar>()) == 0xedf13a188ecf4c1au);
}

TEST_CASE("quilts by overlap, and with odd overlaps, never change", "[golden]")
{
    CHECK(
        digest_of(
            quilt{.block = 24, .overlap = 8, .choice = quilt_choice::ssd, .tolerance = .1f, .candidates = 90},
            smooth<std::uint8_t>()) == 0x0be3a9ecd9e605a6u);
    CHECK(digest_of(quilt{.block = 31, .overlap = 9, .size = {100, 90}}, smooth<std::uint8_t>()) ==
          0xde4b1909d81062f5u);
    CHECK(digest_of(quilt{.block = 20, .overlap = 3, .finalists = 0, .size = {131, 77}},
                    smooth<std::uint8_t>(4)) == 0x251b63280cc5b8e7u);
    CHECK(digest_of(quilt{.block = 48, .overlap = 17, .candidates = 0, .size = {120, 120}},
                    smooth<std::uint16_t>(1)) == 0xb25cc7fce91a1463u);
    CHECK(digest_of(quilt{.block = 16, .overlap = 0, .candidates = 50}, rough<std::uint8_t>()) ==
          0x2e80fca28d6dac22u);
}

TEST_CASE("the texture negative of a key never changes", "[golden]")
{
    CHECK(digest_of(texture_negative{}, rough<std::uint8_t>()) == 0xc66c025be8b928f2u);
    CHECK(digest_of(texture_negative{}, rough<std::uint8_t>(1)) == 0x6f8ed6800739e624u);
    CHECK(digest_of(texture_negative{}, rough<std::uint16_t>()) == 0xf146ae4e97d36de9u);
    CHECK(digest_of(texture_negative{}, rough<float, husk::planar>()) == 0x92a500c051afdd83u);
    CHECK(digest_of(texture_negative{}, smooth<std::uint8_t>()) == 0xa9e153a9a8053a7cu);
    CHECK(digest_of(texture_negative{}, smooth<std::uint8_t>(1)) == 0xbcb4d5839b053da0u);
    CHECK(digest_of(texture_negative{}, smooth<std::uint16_t>()) == 0xf9e75d8ac0b7643fu);
    CHECK(digest_of(texture_negative{}, smooth<float, husk::planar>()) == 0x0f97d037b22d02abu);
}
