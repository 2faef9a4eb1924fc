// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <husk/kernel/soften.hpp>
#include <husk/rng/stream.hpp>
#include <husk/simd/arch.hpp>

#include <algorithm>
#include <vector>

namespace {

constexpr int part = 5000000;

/// Three passes over a line, which goes on with what is at its ends, in wide integers.
auto softened(std::vector<std::uint8_t> line) -> std::vector<std::uint8_t>
{
    for (int pass = 0; pass < 3; ++pass) {
        auto const old = line;
        for (std::size_t i = 0; i < line.size(); ++i) {
            auto const ends = old[i > 0 ? i - 1 : 0] + old[std::min(i + 1, line.size() - 1)];
            line[i] = static_cast<std::uint8_t>(
                ((std::int64_t{1 << 24} - 2 * part) * old[i] + std::int64_t{part} * ends + (1 << 23)) >> 24);
        }
    }
    return line;
}

auto noise(husk::stream& g, std::ptrdiff_t n) -> std::vector<std::uint8_t>
{
    std::vector<std::uint8_t> all(static_cast<std::size_t>(n));
    for (auto& b : all) b = static_cast<std::uint8_t>(g.below(2) ? g.below(2) * 255 : g.below(256));
    return all;
}

/// Every `step`-th number, of so many.
auto every(std::uint8_t const* from, std::ptrdiff_t step, int n) -> std::vector<std::uint8_t>
{
    std::vector<std::uint8_t> line;
    for (int i = 0; i < n; ++i) line.push_back(from[i * step]);
    return line;
}

template <class Arch, int Step>
void check_along(int width)
{
    CAPTURE(width, Step);
    husk::stream g(husk::key{.seed = static_cast<std::uint64_t>(width)});
    alignas(64) static std::byte room[1 << 14];
    husk::arena memory(room);
    auto const ends = husk::detail::row_ends::take<Arch>(width, Step, memory);
    constexpr int rows = std::max(husk::simd::rows_abreast<Arch>, 1);
    std::ptrdiff_t const pitch = ends.length() + 5;
    auto all = noise(g, pitch * rows + 16);
    auto const before = all;
    husk::detail::soften_along<Arch, Step>(husk::simd::soft_ends<Arch>(part), all.data(), pitch, ends);
    for (int r = 0; r < rows; ++r)
        for (int c = 0; c < Step; ++c)
            CHECK(every(all.data() + r * pitch + ends.lag() + c, Step, width) ==
                  softened(every(before.data() + r * pitch + c, Step, width)));
}

/// Down columns, so many rows at a time.
template <class Arch>
void check_down(int height, int at_once)
{
    CAPTURE(height, at_once);
    using passes = husk::detail::soft_passes<Arch>;
    constexpr int lag = husk::detail::soft_lag<Arch>, width = 40, pitch = 70;
    husk::stream g(husk::key{.seed = static_cast<std::uint64_t>(height)});
    auto all = noise(g, (height + lag) * pitch);
    auto const before = all;
    std::vector<std::int16_t> state(
        static_cast<std::size_t>(passes::numbers * (width / passes::V::lanes + 1)));
    for (int t = 0; t < height + lag; t += at_once)
        husk::detail::soften_down<Arch>(husk::simd::soft_ends<Arch>(part), all.data() + t * pitch, pitch, t,
                                        std::min(t + at_once, height + lag), height, width, state.data());
    for (int x = 0; x < width; ++x)
        CHECK(every(all.data() + lag * pitch + x, pitch, height) ==
              softened(every(before.data() + x, pitch, height)));
}

} // namespace

TEMPLATE_TEST_CASE("soft boxes along rows, in place, are boxes in wide integers", "[kernel]",
                   husk::simd::best, husk::simd::scalar)
{
    for (int const width : {1, 2, 3, 4, 5, 6, 8, 15, 16, 17, 31, 48, 65, 200}) {
        check_along<TestType, 1>(width);
        check_along<TestType, 3>(width);
    }
}

TEMPLATE_TEST_CASE("soft boxes down columns go on where rows before have ended", "[kernel]", husk::simd::best,
                   husk::simd::scalar)
{
    for (int const height : {1, 2, 3, 5, 7, 30})
        for (int const at_once : {1, 2, 5, 16, 99}) check_down<TestType>(height, at_once);
}
