// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <husk/simd/arch.hpp>
#include <husk/simd/quad.hpp>

#include <array>
#include <vector>

namespace {

using husk::simd::best;
using quad = husk::simd::quad<best>;
using pair = husk::simd::quad_pair<best>;
using four = std::array<float, 4>;

auto stored(quad const& q) -> four
{
    four out;
    q.store(out.data());
    return out;
}

/// One pair, eight times, summed.
auto summed(pair const& p) -> four
{
    std::array<float, 32> out{};
    husk::simd::store_sums<best, 1>([&](int) { return std::array{p}; }, {out.data(), nullptr}, 8, 4);
    return {out[7], out[8], out[16], out[31]};
}

constexpr float numbers[]{1, 2, 3, 4, 50, 60, 70, 80};
constexpr float factors[]{2, .5f, -1, 0, 1, 3, .25f, -2};

} // namespace

TEST_CASE("a quad is four floats", "[simd]")
{
    auto const a = quad::load(numbers), b = quad::load(factors);
    CHECK(stored(a) == four{1, 2, 3, 4});
    CHECK(stored(a + b) == four{3, 2.5f, 2, 4});
    CHECK(stored(a * b) == four{2, 1, -3, 0});
    CHECK(stored(quad::fill(7.f)) == four{7, 7, 7, 7});
}

TEST_CASE("two quads side by side", "[simd]")
{
    auto const a = pair::load(numbers), b = pair::load(factors);
    CHECK(summed(a) == four{51, 62, 73, 84});
    CHECK(summed(a * b) == four{52, 181, 14.5f, -160});
    CHECK(summed(a + b) == four{54, 65.5f, 72.25f, 82});
    CHECK(summed(pair::of(quad::load(factors), quad::load(numbers + 4))) == four{52, 60.5f, 69, 80});
}

TEST_CASE("a product in a quad is never fused with a sum", "[simd]")
{
    volatile float const x = 1 + 0x1p-12f, y = -1 - 0x1p-11f;
    auto const q = quad::fill(x) * quad::fill(x) + quad::fill(y);
    CHECK(stored(q) == four{});
    std::array<float, 8> many, rest;
    many.fill(float(x));
    rest.fill(float(y));
    CHECK(summed(pair::load(many.data()) * pair::load(many.data()) + pair::load(rest.data())) == four{});
}

TEST_CASE("sums of eight pairs are stored by channel, in their order, and nothing else", "[simd]")
{
    auto const pixel = [](int i, int c) { return static_cast<float>(10 * i + c); };
    auto const pair_at = [&](int i) {
        four const first{pixel(i, 0), pixel(i, 1), pixel(i, 2), pixel(i, 3)};
        auto const sum = pair::of(quad::load(first.data()), quad::fill(.5f));
        return std::array{sum, sum + sum};
    };
    for (int const channels : {1, 3, 4}) {
        std::array<float, 4 * 9> out, twice;
        out.fill(-1);
        twice.fill(-2);
        husk::simd::store_sums<best, 2>(pair_at, {out.data(), twice.data()}, 9, channels);
        for (std::size_t i = 0; i < out.size(); ++i) REQUIRE(twice[i] == 2 * out[i]);
        for (int c = 0; c < 4; ++c)
            for (int i = 0; i < 9; ++i)
                REQUIRE(out[static_cast<std::size_t>(9 * c + i)] ==
                        (c < channels && i < 8 ? pixel(i, c) + .5f : -1));
    }
}

TEST_CASE("transposed, rows are columns", "[simd]")
{
    std::array<quad, 4> q;
    for (std::size_t i = 0; i < 4; ++i) {
        auto const f = static_cast<float>(10 * i);
        four const row{f, f + 1, f + 2, f + 3};
        q[i] = quad::load(row.data());
    }
    husk::simd::transpose(q);
    for (std::size_t i = 0; i < 4; ++i) {
        auto const f = static_cast<float>(i);
        CHECK(stored(q[i]) == four{f, f + 10, f + 20, f + 30});
    }
}

TEST_CASE("planes become pixels of four floats", "[simd]")
{
    for (int const channels : {1, 3, 4})
        for (int count = 1; count <= 17; ++count) {
            constexpr std::ptrdiff_t plane = 24;
            std::vector<float> from(4 * plane), to(4 * 24, -1.f);
            for (std::size_t i = 0; i < from.size(); ++i) from[i] = static_cast<float>(i) + 1;
            husk::simd::to_quads<best>(from.data(), plane, channels, count, to.data());
            for (int x = 0; x < count; ++x)
                for (int c = 0; c < 4; ++c) {
                    auto const wanted = c < channels ? from[static_cast<std::size_t>(c * plane + x)] : 0.f;
                    REQUIRE(to[static_cast<std::size_t>(4 * x + c)] == wanted);
                }
            REQUIRE(to[static_cast<std::size_t>((count + 3) / 4 * 16)] == -1);
        }
}
