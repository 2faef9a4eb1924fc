// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <husk/kernel/short_numbers.hpp>
#include <husk/simd/arch.hpp>

#include <cmath>

namespace {

using numbers = husk::detail::short_numbers<husk::simd::best>;
using bytes = std::array<std::uint8_t, 256>;

/// Colours on a line, and the bytes that they are.
struct line {
    std::array<float, 256> colours;
    bytes levels;

    line(double slope, double start)
    {
        for (std::size_t n = 0; n < 256; ++n) {
            double const level = std::clamp(slope * static_cast<double>(n) + start, 0., 255.);
            colours[n] = static_cast<float>(level / 255);
            levels[n] = static_cast<std::uint8_t>(std::lrint(level));
        }
    }
    auto found() const -> std::optional<numbers>
    {
        using guess = husk::detail::line_guess<husk::simd::best>;
        return numbers::through(guess(colours.data()), levels.data());
    }
};

/// What they say, in numbers that have room.
auto said(numbers const& k) -> bytes
{
    bytes all;
    for (int n = 0; n < 256; ++n) {
        auto const product = (256 * n + k.part) * std::int64_t{k.slope} >> 16;
        int const sum = static_cast<int>(product) + static_cast<std::int16_t>(k.start);
        REQUIRE((sum >= -0x8000 && sum <= 0x7fff));
        all[static_cast<std::size_t>(n)] = static_cast<std::uint8_t>(std::clamp(sum >> 6, 0, 255));
    }
    return all;
}

} // namespace

TEST_CASE("nearly all lines from -512 to 511 are said in numbers of 16 bits", "[kernel]")
{
    int all = 0, found = 0;
    for (double slope = 0; slope < 2; slope += .00371)
        for (double at = 0; at < 250; at += 17.3) {
            line const l(slope, at - 255 * slope / 2);
            ++all;
            if (auto const k = l.found()) {
                ++found;
                REQUIRE(said(*k) == l.levels);
            }
        }
    CHECK(found > all * 99 / 100);
}

TEST_CASE("what falls, is steep or leads too far is not said in numbers of 16 bits", "[kernel]")
{
    CHECK_FALSE(line(-.7, 250).found());
    CHECK_FALSE(line(4.1, -300).found());
    CHECK_FALSE(line(3.1, 0).found()); // to 790
    CHECK_FALSE(line(3.1, -600).found());
}

TEST_CASE("levels that lie on no line are not said in numbers of 16 bits", "[kernel]")
{
    line one_off(.73, 20.1);
    REQUIRE(one_off.found());
    ++one_off.levels[100];
    CHECK_FALSE(one_off.found());
    line bent(.73, 20.1);
    for (std::size_t n = 128; n < 256; ++n) bent.levels[n] = static_cast<std::uint8_t>(bent.levels[n] + 2);
    CHECK_FALSE(bent.found());
}
