// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <husk/simd/arch.hpp>
#include <husk/simd/quad.hpp>

#include <array>
#include <vector>

namespace {

using husk::simd::best;
using quad = husk::simd::quad<best>;
using pair = husk::simd::quad<best, 2>;
using four = std::array<float, 4>;

auto stored(quad const& q) -> four
{
    four out;
    q.store(out.data());
    return out;
}

auto stored(pair const& p) -> std::array<float, 8>
{
    std::array<float, 8> out, by_row;
    p.store(out.data());
    for (std::size_t r = 0; r < 2; ++r) p.store_of(r, by_row.data() + 4 * r);
    CHECK(out == by_row);
    return out;
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

TEST_CASE("quads of two rows are eight floats", "[simd]")
{
    using eight = std::array<float, 8>;
    auto const a = pair::load(numbers), b = pair::load(factors);
    CHECK(stored(a) == eight{1, 2, 3, 4, 50, 60, 70, 80});
    CHECK(stored(a * b) == eight{2, 1, -3, 0, 50, 180, 17.5f, -160});
    CHECK(stored(a + b) == eight{3, 2.5f, 2, 4, 51, 63, 70.25f, 78});
    CHECK(stored(pair::fill(7.f)) == eight{7, 7, 7, 7, 7, 7, 7, 7});
}

TEMPLATE_TEST_CASE("a product in a quad is never fused with a sum", "[simd]", quad, pair)
{
    volatile float const x = 1 + 0x1p-12f, y = -1 - 0x1p-11f;
    auto const q = TestType::fill(x) * TestType::fill(x) + TestType::fill(y);
    CHECK(stored(q) == decltype(stored(q)){});
}

TEST_CASE("four pixels of each row are stored by channel, and nothing else", "[simd]")
{
    for (int const channels : {1, 3, 4}) {
        std::array<pair, 4> pixels;
        for (std::size_t i = 0; i < 4; ++i) {
            std::array<float, 8> both; // of pixel i, row r, channel c: 100 r + 10 i + c
            for (std::size_t n = 0; n < 8; ++n) both[n] = static_cast<float>(n / 4 * 100 + 10 * i + n % 4);
            pixels[i] = pair::load(both.data());
        }
        std::array<float, 4 * 5> upper, lower;
        upper.fill(-1);
        lower.fill(-1);
        husk::simd::store_channels<best, 2>(pixels, {upper.data(), lower.data()}, 5, channels);
        for (std::size_t n = 0; n < upper.size(); ++n) {
            auto const i = n % 5, c = n / 5;
            bool const written = i < 4 && static_cast<int>(c) < channels;
            REQUIRE(upper[n] == (written ? static_cast<float>(10 * i + c) : -1));
            REQUIRE(lower[n] == (written ? static_cast<float>(100 + 10 * i + c) : -1));
        }
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
        for (int count = 1; count <= 17; ++count)
            for (std::size_t const pitch : {4u, 8u}) {
                constexpr std::ptrdiff_t plane = 24;
                std::vector<float> from(4 * plane), to(24 * pitch, -1.f);
                for (std::size_t i = 0; i < from.size(); ++i) from[i] = static_cast<float>(i) + 1;
                husk::simd::to_quads<best>(from.data(), plane, channels, count, to.data(),
                                           static_cast<std::ptrdiff_t>(pitch));
                for (int x = 0; x < count; ++x)
                    for (int c = 0; c < 4; ++c) {
                        auto const wanted =
                            c < channels ? from[static_cast<std::size_t>(c * plane + x)] : 0.f;
                        REQUIRE(to[pitch * static_cast<std::size_t>(x) + static_cast<std::size_t>(c)] ==
                                wanted);
                    }
                REQUIRE(to[static_cast<std::size_t>((count + 3) / 4 * 4) * pitch] == -1);
                if (pitch == 8) REQUIRE(to[4] == -1);
            }
}
