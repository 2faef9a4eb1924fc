// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "support.hpp"

#include <husk/simd/arch.hpp>
#include <husk/simd/real.hpp>

#include <array>
#include <cmath>
#include <limits>
#include <random>
#include <vector>

namespace {

using lanes = husk::simd::real<husk::simd::best>;
using one = husk::simd::real<husk::simd::scalar>;

constexpr float infinity = std::numeric_limits<float>::infinity(),
                not_a_number = std::numeric_limits<float>::quiet_NaN();

/// Numbers of every kind: all pairs of the special ones, and many random bits.
auto operands() -> std::array<std::vector<float>, 3>
{
    float const special[]{0.f,       -0.f,   1.f,     -1.f,  .5f,      1.5f,      2.5f,        -2.5f,
                          8388609.f, 1e-40f, -1e-40f, 3e38f, infinity, -infinity, not_a_number};
    std::array<std::vector<float>, 3> all;
    std::minstd_rand random(7);
    for (float const a : special)
        for (float const b : special) {
            all[0].push_back(a);
            all[1].push_back(b);
            all[2].push_back(a + b);
        }
    for (int i = 0; i < 20000; ++i)
        for (auto& v : all) {
            auto const bits =
                static_cast<std::uint32_t>(random()) * 2u ^ static_cast<std::uint32_t>(random() >> 15);
            float f;
            std::memcpy(&f, &bits, sizeof f);
            v.push_back(i % 2 == 0 ? f : static_cast<float>(random() % 20001) / 1000 - 10);
        }
    while (all[0].size() % 64 != 0)
        for (auto& v : all) v.push_back(1);
    return all;
}

auto same(float a, float b) -> bool { return support::same_bits(a, b) || (std::isnan(a) && std::isnan(b)); }

/// Whether f of lanes is f of each, bit for bit, and what `wanted` says.
template <class F, class Wanted>
void compare(char const* name, F f, Wanted wanted)
{
    auto const [a, b, c] = operands();
    int wrong = 0;
    for (std::size_t i = 0; i < a.size(); i += lanes::lanes) {
        std::array<float, lanes::lanes> out;
        f(lanes::load(&a[i]), lanes::load(&b[i]), lanes::load(&c[i])).store(out.data());
        for (std::size_t k = 0; k < out.size(); ++k) {
            float const each = f(one(a[i + k]), one(b[i + k]), one(c[i + k])).value;
            wrong += !same(out[k], each) || !same(each, wanted(a[i + k], b[i + k], c[i + k]));
        }
    }
    INFO(name);
    CHECK(wrong == 0);
}

} // namespace

TEST_CASE("lanes compute what one float computes, bit for bit", "[simd]")
{
    // The oracle rounds through volatile: no compiler can fuse or widen it.
    auto const rounded = [](float v) {
        volatile float r = v;
        return static_cast<float>(r);
    };
    compare(
        "+", [](auto a, auto b, auto) { return a + b; }, [](float a, float b, float) { return a + b; });
    compare(
        "-", [](auto a, auto b, auto) { return a - b; }, [](float a, float b, float) { return a - b; });
    compare(
        "*", [](auto a, auto b, auto) { return a * b; }, [](float a, float b, float) { return a * b; });
    compare(
        "/", [](auto a, auto b, auto) { return a / b; }, [](float a, float b, float) { return a / b; });
    compare(
        "a * b + c", [](auto a, auto b, auto c) { return a * b + c; },
        [&](float a, float b, float c) { return rounded(a * b) + c; });
    compare(
        "c - a * b", [](auto a, auto b, auto c) { return c - a * b; },
        [&](float a, float b, float c) { return c - rounded(a * b); });
    compare(
        "sqrt", [](auto a, auto, auto) { return sqrt(a); },
        [](float a, float, float) { return std::sqrt(a); });
    compare(
        "floor", [](auto a, auto, auto) { return floor(a); },
        [](float a, float, float) { return std::floor(a); });
    compare(
        "nearest", [](auto a, auto, auto) { return nearest(a); },
        [](float a, float, float) { return std::nearbyint(a); });
    compare(
        "absolute", [](auto a, auto, auto) { return absolute(a); },
        [](float a, float, float) { return std::fabs(a); });
}

TEST_CASE("comparisons and choices are the same in lanes", "[simd]")
{
    compare(
        "least", [](auto a, auto b, auto) { return least(a, b); },
        [](float a, float b, float) { return a < b ? a : b; });
    compare(
        "most", [](auto a, auto b, auto) { return most(a, b); },
        [](float a, float b, float) { return b < a ? a : b; });
    compare(
        "<", [](auto a, auto b, auto c) { return choose(a < b, c, a); },
        [](float a, float b, float c) { return a < b ? c : a; });
    compare(
        "<=", [](auto a, auto b, auto c) { return choose(a <= b, c, b); },
        [](float a, float b, float c) { return a <= b ? c : b; });
    compare(
        "==", [](auto a, auto b, auto c) { return choose(a == b, c, b); },
        [](float a, float b, float c) { return a == b ? c : b; });
    compare(
        "clamped", [](auto a, auto, auto) { return clamped(a) + decltype(a)(0.f); },
        [](float a, float, float) { return a > 0 ? (a < 1 ? a : 1.f) : 0.f; });
}

TEST_CASE("a product is never fused with a sum", "[simd]")
{
    // (1 + 2^-12)^2 - (1 + 2^-11) is 2^-24 in one rounding, and 0 in two.
    volatile float const x = 1 + 0x1p-12f, y = 1 + 0x1p-11f;
    CHECK(std::fma(x, x, -y) == 0x1p-24f);
    std::array<float, lanes::lanes> out;
    (lanes(float(x)) * lanes(float(x)) - lanes(float(y))).store(out.data());
    for (float const v : out) CHECK(v == 0);
    (lanes(-float(y)) + lanes(float(x)) * lanes(float(x))).store(out.data());
    for (float const v : out) CHECK(v == 0);
    CHECK((one(float(x)) * one(float(x)) - one(float(y))).value == 0);
    CHECK((one(-float(y)) + one(float(x)) * one(float(x))).value == 0);
}

TEST_CASE("NaN clamps to the lower end", "[simd]")
{
    CHECK(clamped(one(not_a_number)).value == 0);
    CHECK(clamped(one(not_a_number), one(-3.f), one(2.f)).value == -3);
    CHECK(clamped(one(infinity)).value == 1);
    std::array<float, lanes::lanes> out;
    clamped(lanes(not_a_number), lanes(-3.f), lanes(2.f)).store(out.data());
    for (float const v : out) CHECK(v == -3);
}

TEMPLATE_TEST_CASE("where keeps what the mask holds, and else is 0", "[simd]", husk::simd::scalar,
                   husk::simd::best)
{
    using V = husk::simd::real<TestType>;
    float in[16], out[16];
    for (int i = 0; i < 16; ++i) in[i] = static_cast<float>(i % 3) - 1.25f;
    V const v = V::load(in);
    where(v < V(0.f), v).store(out);
    for (int i = 0; i < V::lanes; ++i) CHECK(out[i] == (in[i] < 0 ? in[i] : 0.f));
}
