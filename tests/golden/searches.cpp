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
    CHECK(digest_of(quilt_choice::ssd, all, 0, .1f) == 0xc3a91bbbabd01f4au);
    CHECK(digest_of(quilt_choice::ssd, all, 0, 0) == 0xafdbca09ac634843u);
    CHECK(digest_of(quilt_choice::ssd, all, 6, .1f) == 0x9e684c7e04b6b397u);
    CHECK(digest_of(quilt_choice::ssd, all, 0, .1f, 1) == 0x0c1b9e7e57d4dff6u);
    CHECK(digest_of<std::uint16_t>(quilt_choice::ssd, all, 0, .1f, 4) == 0x3d62acc507a38378u);
    CHECK(digest_of(quilt_choice::sad, all, 0, .1f) == 0x8a14647a1459d6e7u);
    CHECK(digest_of(quilt_choice::sad, all, 6, 0) == 0xc1435e9a8df68b7au);
    CHECK(digest_of(quilt_choice::sad, all, 0, .1f, 1) == 0x5899021b1ef8fa85u);
    CHECK(digest_of(quilt_choice::sad, quilt_search::drawn, 6, .1f) == 0x5ead06106d1b9a65u);
}

TEST_CASE("quilts by a pyramid never change", "[golden]")
{
    constexpr auto pyramid = quilt_search::pyramid;
    CHECK(digest_of(quilt_choice::seam, pyramid, 6, 0) == 0x180a5001f28297a1u);
    CHECK(digest_of(quilt_choice::ssd, pyramid, 0, .1f) == 0x0fe5814311f3f137u);
    CHECK(digest_of(quilt_choice::sad, pyramid, 0, .1f) == 0x37c5adf00e2d8ed9u);
    CHECK(digest_of(quilt_choice::sad, pyramid, 0, .1f, 1) == 0x08f2b4fda1942037u);
    CHECK(digest_of<std::uint16_t>(quilt_choice::sad, pyramid, 6, 0, 4) == 0xe0c0727ff95e7dd7u);
}
