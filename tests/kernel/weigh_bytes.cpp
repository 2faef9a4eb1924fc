// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <husk/kernel/weigh_bytes.hpp>
#include <husk/rng/stream.hpp>
#include <husk/simd/arch.hpp>

#include <cmath>
#include <vector>

using husk::detail::byte_weights;

namespace {

/// A Gaussian's samples by distance, which sum to 1 with those on the other side.
auto bell(double sigma, int count) -> std::vector<float>
{
    double sum = 1;
    for (int k = 1; k < count; ++k) sum += 2 * std::exp(-k * k / (2 * sigma * sigma));
    std::vector<float> w;
    for (int k = 0; k < count; ++k)
        w.push_back(static_cast<float>(std::exp(-k * k / (2 * sigma * sigma)) / sum));
    return w;
}

constexpr int length = 203, reach = byte_weights::most - 1, step = 3, margin = step * reach;

/// Rows of noise, as they are widened.
auto noise() -> std::vector<std::vector<std::uint16_t>>
{
    husk::stream g(husk::key{.seed = 2});
    std::vector rows(2 * reach + 1, std::vector<std::uint16_t>(length + 2 * margin + 64));
    for (auto& r : rows)
        for (auto& n : r) n = static_cast<std::uint16_t>(g.below(256) << 6);
    return rows;
}

template <class Arch, int Count>
auto down(byte_weights const& w, bool fresh = false) -> std::vector<std::uint16_t>
{
    auto rows = noise();
    auto& last = rows[static_cast<std::size_t>(reach + w.count() - 1)];
    std::vector<std::uint8_t> bytes;
    for (auto const n : last) bytes.push_back(static_cast<std::uint8_t>(n >> 6));
    auto const widened = last;
    if (fresh) std::fill(last.begin(), last.begin() + length, std::uint16_t{9});
    std::vector<std::uint16_t const*> column;
    for (auto const& r : rows) column.push_back(r.data());
    std::vector<std::uint16_t> to(length + 64);
    if (fresh)
        husk::detail::weigh_bytes_down<Arch, Count, true>(column.data() + reach, w, length,
                                                          {bytes.data(), last.data()}, to.data());
    else husk::detail::weigh_bytes_down<Arch, Count, false>(column.data() + reach, w, length, {}, to.data());
    CHECK(last == widened);
    to.resize(length);
    return to;
}

template <class Arch, int Count>
auto along(byte_weights const& w) -> std::vector<std::uint8_t>
{
    auto line = noise()[0];
    for (auto& n : line) n = static_cast<std::uint16_t>(2 * n);
    std::vector<std::uint8_t> to(length);
    husk::detail::weigh_bytes_along<Arch, Count>(line.data() + margin, step, w, length, to.data());
    return to;
}

} // namespace

TEST_CASE("weights in steps of 2^-17 sum to one, and their tails are right", "[kernel]")
{
    for (double const sigma : {.05, .3, .7, 1., 2., 5.})
        for (int const count : {1, 2, 5, 12}) {
            auto const floats = bell(sigma, count);
            auto const w = byte_weights::of<husk::simd::best>(floats);
            CAPTURE(sigma, count);
            CHECK(w.count() <= count);
            long sum = 0;
            double beyond = 0;
            for (int k = count; k-- > 1;) {
                sum += w.steps()[k];
                beyond += static_cast<double>(floats[static_cast<std::size_t>(k)]);
                CHECK(std::abs(static_cast<double>(sum) - beyond * 0x1p17) <= .51);
                CHECK((k < w.count() || w.steps()[k] == 0));
            }
            sum += w.steps()[0];
            // A middle that has all of the weight lacks a step of 2^-17.
            CHECK((sum == 65536 || (sum == 65535 && w.count() == 1)));
        }
}

TEST_CASE("bytes are weighed down the columns and along the rows within the stated error", "[kernel]")
{
    for (double const sigma : {.3, 1., 2., 5.})
        for (int const count : {1, 2, 3, 7, 11, 12}) {
            auto const floats = bell(sigma, count);
            auto const w = byte_weights::of<husk::simd::best>(floats);
            auto const columns = down<husk::simd::best, 0>(w);
            auto const rows = along<husk::simd::best, 0>(w);
            auto const from = noise();
            double worst_down = 0, worst_along = 0;
            for (int x = 0; x < length; ++x) {
                double v = 0, h = 0;
                for (int k = 1 - count; k < count; ++k) {
                    auto const weight = static_cast<double>(floats[static_cast<std::size_t>(std::abs(k))]);
                    auto const at = [](std::vector<std::uint16_t> const& r, int i) {
                        return r[static_cast<std::size_t>(i)] / 64.;
                    };
                    v += weight * at(from[static_cast<std::size_t>(reach + k)], x);
                    h += weight * at(from[0], margin + x + step * k);
                }
                auto const i = static_cast<std::size_t>(x);
                worst_down = std::max(worst_down, std::abs(columns[i] / 128. - v));
                worst_along = std::max(worst_along, std::abs(rows[i] - h));
            }
            CAPTURE(sigma, count);
            CHECK(worst_down <= (count + 1) / 256. + .001);
            CHECK(worst_along <= .5 + (count + 1) / 512. + .001);
        }
}

TEST_CASE("a level stays itself under any weights", "[kernel]")
{
    for (double const sigma : {.05, .4, 1., 2., 5.})
        for (int const count : {1, 2, 7, 12}) {
            auto const w = byte_weights::of<husk::simd::best>(bell(sigma, count));
            for (int level = 0; level < 256; ++level) {
                std::vector const widened(length + 64, static_cast<std::uint16_t>(level << 6));
                std::vector<std::uint16_t const*> const column(2 * reach + 1, widened.data());
                std::vector<std::uint16_t> line(length + 2 * margin + 64);
                using A = husk::simd::best;
                husk::detail::weigh_bytes_down<A, 0, false>(column.data() + reach, w, length, {},
                                                            line.data() + margin);
                std::fill_n(line.data(), margin, line[margin]);
                std::fill_n(line.data() + margin + length, margin, line[margin]);
                std::vector<std::uint8_t> to(length);
                husk::detail::weigh_bytes_along<A, 0>(line.data() + margin, step, w, length, to.data());
                CHECK(to == std::vector<std::uint8_t>(length, static_cast<std::uint8_t>(level)));
            }
        }
}

TEST_CASE("a number of weights that is known, and any lanes, give the same bytes", "[kernel]")
{
    using husk::simd::best, husk::simd::scalar;
    auto const w = byte_weights::of<husk::simd::best>(bell(1.2, 5));
    REQUIRE(w.count() == 5);
    CHECK(down<best, 5>(w) == down<best, 0>(w));
    CHECK(down<best, 5>(w) == down<scalar, 5>(w));
    CHECK(along<best, 5>(w) == along<best, 0>(w));
    CHECK(along<best, 5>(w) == along<scalar, 0>(w));
}

TEST_CASE("a row that is widened where it is needed gives the same sums, and is there from then on",
          "[kernel]")
{
    using husk::simd::best, husk::simd::scalar;
    for (int const count : {2, 5, 12}) {
        auto const w = byte_weights::of<best>(bell(3, count));
        REQUIRE(w.count() == count);
        auto const expected = down<best, 0>(w);
        CHECK(down<best, 0>(w, true) == expected);
        CHECK(down<scalar, 0>(w, true) == expected);
        if (count == 5) CHECK(down<best, 5>(w, true) == expected);
    }
}
