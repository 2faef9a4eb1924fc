// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "support.hpp"

#include <husk/negative/texture_negative.hpp>
#include <husk/pipeline/execute.hpp>

// As in quilts.cpp: these digests hold only if every decision is the same on every machine, instruction set,
// compiler and optimisation level.

using husk::extent, husk::key, husk::quilt, husk::quilt_choice, husk::quilt_search;

namespace {

constexpr key sample{.seed = 2021, .epoch = 1, .index = 42, .view = 2};

/// Hills and valleys, from integers.
template <class T>
auto smooth(int channels = 3) -> husk::image<T>
{
    husk::image<T> i({150, 117}, channels);
    for (int y = 0; y < 117; ++y)
        for (int x = 0; x < 150; ++x)
            for (int c = 0; c < channels; ++c)
                i.view()(x, y, c) =
                    static_cast<T>(std::abs((x * x / 9 + y * y / 7 + x * y / 5 + 60 * c) % 510 - 255) *
                                   (sizeof(T) == 1 ? 1 : 201));
    return i;
}

template <class T = std::uint8_t>
auto digest_of(quilt_choice choice, quilt_search search, float balance, float tolerance, int channels = 3)
    -> std::uint64_t
{
    auto const made = husk::apply(quilt{.block = 32,
                                        .overlap = 8,
                                        .choice = choice,
                                        .search = search,
                                        .tolerance = tolerance,
                                        .balance = balance,
                                        .size = {160, 120}},
                                  sample, smooth<T>(channels));
    return support::digest(made.view());
}

} // namespace

TEST_CASE("quilts by sums over every place never change", "[golden]")
{
    constexpr auto all = quilt_search::exhaustive;
    CHECK(digest_of(quilt_choice::ssd, all, 0, .1f) == 0x0a5326d91a7a7344u);
    CHECK(digest_of(quilt_choice::ssd, all, 0, 0) == 0x27d50355689b06a9u);
    CHECK(digest_of(quilt_choice::ssd, all, 6, .1f) == 0x894a00df9f742ecdu);
    CHECK(digest_of(quilt_choice::ssd, all, 0, .1f, 1) == 0x35c2eb0df0d66aa7u);
    CHECK(digest_of<std::uint16_t>(quilt_choice::ssd, all, 0, .1f, 4) == 0x0d235af067026c16u);
    CHECK(digest_of(quilt_choice::sad, all, 0, .1f) == 0xc09dbb17e9116267u);
    CHECK(digest_of(quilt_choice::sad, all, 6, 0) == 0x747189c8e0e1cdedu);
    CHECK(digest_of(quilt_choice::sad, all, 0, .1f, 1) == 0x8191269be036d6bfu);
    CHECK(digest_of(quilt_choice::sad, quilt_search::drawn, 6, .1f) == 0x491347406461bb89u);
}

TEST_CASE("quilts by a pyramid never change", "[golden]")
{
    constexpr auto pyramid = quilt_search::pyramid;
    CHECK(digest_of(quilt_choice::seam, pyramid, 6, 0) == 0x3b44af345f89480du);
    CHECK(digest_of(quilt_choice::ssd, pyramid, 0, .1f) == 0xc805dbc086bc5d03u);
    CHECK(digest_of(quilt_choice::sad, pyramid, 0, .1f) == 0xdbbe10a068c1d61bu);
    CHECK(digest_of(quilt_choice::sad, pyramid, 0, .1f, 1) == 0x2a6b38bcb6fa8271u);
    CHECK(digest_of<std::uint16_t>(quilt_choice::sad, pyramid, 6, 0, 4) == 0x0cbdef8fe77041b3u);
}
