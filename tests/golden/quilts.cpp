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
    CHECK(digest_of(quilt{}, rough<std::uint8_t>()) == 0xd5d6638e62102950u);
    CHECK(digest_of(quilt{}, rough<std::uint8_t>(1)) == 0x4b55e9503669c1fcu);
    CHECK(digest_of(quilt{}, rough<std::uint16_t>()) == 0xd8223da0d8a79e15u);
    CHECK(digest_of(quilt{}, rough<float, husk::planar>()) == 0x9b9d5e9dfb42c09bu);
    CHECK(digest_of(quilt{}, smooth<std::uint8_t>()) == 0x4df57f30e0abeecbu);
    CHECK(digest_of(quilt{}, smooth<std::uint8_t>(1)) == 0xe1ca883428f63ab4u);
    CHECK(digest_of(quilt{}, smooth<std::uint16_t>()) == 0x9771ecd3b5801f12u);
    CHECK(digest_of(quilt{}, smooth<float, husk::planar>()) == 0x5b80988fa31e1c62u);
}

TEST_CASE("quilts by overlap, and with odd overlaps, never change", "[golden]")
{
    CHECK(
        digest_of(
            quilt{.block = 24, .overlap = 8, .choice = quilt_choice::ssd, .tolerance = .1f, .candidates = 90},
            smooth<std::uint8_t>()) == 0xfc858e388c194c06u);
    CHECK(digest_of(quilt{.block = 31, .overlap = 9, .size = {100, 90}}, smooth<std::uint8_t>()) ==
          0xef639e84a3de396au);
    CHECK(digest_of(quilt{.block = 20, .overlap = 3, .finalists = 0, .size = {131, 77}},
                    smooth<std::uint8_t>(4)) == 0xc5198909b1754fcbu);
    CHECK(digest_of(quilt{.block = 48, .overlap = 17, .candidates = 0, .size = {120, 120}},
                    smooth<std::uint16_t>(1)) == 0xb3fcc2c1fc0ed936u);
    CHECK(digest_of(quilt{.block = 16, .overlap = 0, .candidates = 50}, rough<std::uint8_t>()) ==
          0xe735121fc84f6186u);
}

TEST_CASE("the texture negative of a key never changes", "[golden]")
{
    CHECK(digest_of(texture_negative{}, rough<std::uint8_t>()) == 0x6c5eda35fc536490u);
    CHECK(digest_of(texture_negative{}, rough<std::uint8_t>(1)) == 0x6157c4a505a9408bu);
    CHECK(digest_of(texture_negative{}, rough<std::uint16_t>()) == 0xa17c22cc74a75b86u);
    CHECK(digest_of(texture_negative{}, rough<float, husk::planar>()) == 0xcf992bdd96022045u);
    CHECK(digest_of(texture_negative{}, smooth<std::uint8_t>()) == 0x6178cd845f6f459du);
    CHECK(digest_of(texture_negative{}, smooth<std::uint8_t>(1)) == 0x095d5c3c440fa037u);
    CHECK(digest_of(texture_negative{}, smooth<std::uint16_t>()) == 0xf9fab1e1b76d1bd9u);
    CHECK(digest_of(texture_negative{}, smooth<float, husk::planar>()) == 0x217d967aec39e68bu);
}
