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
    CHECK(digest_of(quilt{}, rough<std::uint8_t>()) == 0x4e911ed3e3ffb66bu);
    CHECK(digest_of(quilt{}, rough<std::uint8_t>(1)) == 0x08a703d4ba625ec9u);
    CHECK(digest_of(quilt{}, rough<std::uint16_t>()) == 0xb46ff49466222a93u);
    CHECK(digest_of(quilt{}, rough<float, husk::planar>()) == 0xdd61a7a5560c24ceu);
    CHECK(digest_of(quilt{}, smooth<std::uint8_t>()) == 0xfc2497a2721a3ac6u);
    CHECK(digest_of(quilt{}, smooth<std::uint8_t>(1)) == 0x12771b0a2cd5731du);
    CHECK(digest_of(quilt{}, smooth<std::uint16_t>()) == 0x1a0af35710f78649u);
    CHECK(digest_of(quilt{}, smooth<float, husk::planar>()) == 0x2762aa9b43e9380cu);
}

TEST_CASE("quilts by overlap, and with odd overlaps, never change", "[golden]")
{
    CHECK(digest_of(quilt{.block = 24,
                          .overlap = 8,
                          .choice = quilt_choice::overlap,
                          .tolerance = .1f,
                          .candidates = 90},
                    smooth<std::uint8_t>()) == 0x7d874325ce1447afu);
    CHECK(digest_of(quilt{.block = 31, .overlap = 9, .size = {100, 90}}, smooth<std::uint8_t>()) ==
          0xe152425ab188485du);
    CHECK(digest_of(quilt{.block = 20, .overlap = 3, .finalists = 0, .size = {131, 77}},
                    smooth<std::uint8_t>(4)) == 0xdcacd70c487bf89du);
    CHECK(digest_of(quilt{.block = 48, .overlap = 17, .candidates = 0, .size = {120, 120}},
                    smooth<std::uint16_t>(1)) == 0x7eed8712ff9c0283u);
    CHECK(digest_of(quilt{.block = 16, .overlap = 0, .candidates = 50}, rough<std::uint8_t>()) ==
          0x2e80fca28d6dac22u);
}

TEST_CASE("the texture negative of a key never changes", "[golden]")
{
    CHECK(digest_of(texture_negative{}, rough<std::uint8_t>()) == 0x654c7262a0997873u);
    CHECK(digest_of(texture_negative{}, rough<std::uint8_t>(1)) == 0x571e59900e9bfa73u);
    CHECK(digest_of(texture_negative{}, rough<std::uint16_t>()) == 0xed0135ac7c333187u);
    CHECK(digest_of(texture_negative{}, rough<float, husk::planar>()) == 0x8420fad7fea28f07u);
    CHECK(digest_of(texture_negative{}, smooth<std::uint8_t>()) == 0x0905a4707c6882e2u);
    CHECK(digest_of(texture_negative{}, smooth<std::uint8_t>(1)) == 0x46399b339f38d9cdu);
    CHECK(digest_of(texture_negative{}, smooth<std::uint16_t>()) == 0x40c8d6e0eb554717u);
    CHECK(digest_of(texture_negative{}, smooth<float, husk::planar>()) == 0xeb28b78522ab7f68u);
}
