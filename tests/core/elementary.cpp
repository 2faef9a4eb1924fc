// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <husk/core/elementary.hpp>

#include <cmath>

namespace detail = husk::detail;

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();
constexpr long double pi = 3.14159265358979323846264338327950288L;

auto off(double found, long double wanted) -> double
{
    return static_cast<double>(std::fabs((static_cast<long double>(found) - wanted) / wanted));
}

/// The largest relative error of f over n points of [low, high], and of their neighbours.
template <class F, class G>
auto worst(F f, G oracle, double low, double high, int n) -> double
{
    double most = 0;
    for (int i = 0; i <= n; ++i) {
        double const x = low + (high - low) * i / n;
        for (double const y : {x, std::nextafter(x, 1e9)})
            if (auto const wanted = oracle(static_cast<long double>(y)); wanted != 0)
                most = std::max(most, off(f(y), wanted));
    }
    return most;
}

/// FNV-1a over the bits of what every function gives, at many places.
class digest {
public:
    void add(double value)
    {
        auto bits = std::bit_cast<std::uint64_t>(value);
        for (int i = 0; i < 8; ++i, bits >>= 8) state_ = (state_ ^ (bits & 255)) * 0x100'0000'01b3;
    }
    auto value() const -> std::uint64_t { return state_; }

private:
    std::uint64_t state_ = 0xcbf2'9ce4'8422'2325;
};

auto bits(double x) -> std::uint64_t { return std::bit_cast<std::uint64_t>(x); }

constexpr int places = 40;
constexpr auto place(int i) -> double { return (37 + 173 * i) / 1000.; }

constexpr auto everything(double x) -> std::array<double, 5>
{
    return {detail::exp(x), detail::log(x), detail::pow(x, 2.2), detail::sin(x), detail::cos(x)};
}

constexpr auto compiled = [] {
    std::array<std::array<double, 5>, places> all{};
    for (std::size_t i = 0; i < places; ++i) all[i] = everything(place(static_cast<int>(i)));
    return all;
}();

constexpr auto specials() -> bool
{
    return detail::exp(0) == 1 && detail::exp(-infinity) == 0 && detail::exp(infinity) == infinity &&
           detail::log(1) == 0 && detail::log(0) == -infinity && detail::log(infinity) == infinity &&
           detail::cos(0) == 1 && detail::sin(0) == 0 && detail::pow(.3, 1) == .3 &&
           detail::pow(.3, 0) == 1 && detail::pow(1, 1e9) == 1 && detail::pow(0, 2.2) == 0 &&
           detail::pow(0, -1) == infinity && detail::pow(0, 1) == 0;
}
static_assert(specials());
static_assert(detail::log(2) == 0x1.62e42fefa39efp-1);

} // namespace

TEST_CASE("exp is within 1e-15", "[core]")
{
    auto const oracle = [](long double x) { return std::exp(x); };
    CHECK(worst(detail::exp<>, oracle, -700, 700, 20001) < 1e-15);
    CHECK(worst(detail::exp<>, oracle, -2, 2, 20001) < 1e-15);
    CHECK(worst(detail::exp<>, oracle, -1e-9, 1e-9, 1001) < 1e-15);
}

TEST_CASE("log is within 1e-15", "[core]")
{
    auto const oracle = [](long double x) { return std::log(x); };
    CHECK(worst(detail::log<>, oracle, .001, 2, 20001) < 1e-15);
    CHECK(worst(detail::log<>, oracle, .999999, 1.000001, 20001) < 1e-15);
    for (int e = -1022; e < 1024; ++e)
        CHECK(worst(detail::log<>, oracle, std::ldexp(1., e), std::ldexp(1.999, e), 16) < 1e-15);
    for (double x = 5e-324; x < 1e-308; x *= 3) CHECK(off(detail::log(x), oracle(x)) < 1e-15);
}

TEST_CASE("pow is within 1e-14 for colours", "[core]")
{
    for (double const y : {.2, 1 / 2.4, .5, .9, 1.1, 2.2, 2.4, 3., 5.}) {
        auto const f = [&](double x) { return detail::pow(x, y); };
        auto const oracle = [&](long double x) { return std::pow(x, static_cast<long double>(y)); };
        CHECK(worst(f, oracle, .001, 2, 3001) < 1e-14);
    }
}

TEST_CASE("sin and cos are within 1e-15, also close to their zeros", "[core]")
{
    auto const sine = [](long double x) { return std::sin(x); };
    auto const cosine = [](long double x) { return std::cos(x); };
    for (double const r : {1e-6, 4., 100., 1e4}) {
        CHECK(worst(detail::sin<>, sine, -r, r, 20001) < 1e-15);
        CHECK(worst(detail::cos<>, cosine, -r, r, 20001) < 1e-15);
    }
    double off_sine = 0, off_cosine = 0;
    for (int k = 1; k < 6366; ++k) {
        auto const x = static_cast<double>(k * pi / 2);
        off_sine = std::max(off_sine, off(detail::sin(x), sine(x)));
        off_cosine = std::max(off_cosine, off(detail::cos(x), cosine(x)));
    }
    CHECK(off_sine < 1e-15);
    CHECK(off_cosine < 1e-15);
}

TEST_CASE("at run time and in constant expressions the bits are the same", "[core]")
{
    for (int i = 0; i < places; ++i) {
        volatile double const x = place(i);
        CHECK(everything(x) == compiled[static_cast<std::size_t>(i)]);
    }
    CHECK(specials());
}

TEST_CASE("what no function can answer is NaN, what is too large is infinite", "[core]")
{
    for (double const x : {not_a_number, infinity, -infinity, 1.1e6, -1.1e6}) {
        CHECK(std::isnan(detail::sin(x)));
        CHECK(std::isnan(detail::cos(x)));
    }
    for (double const x : {-1., -infinity, not_a_number}) CHECK(std::isnan(detail::log(x)));
    for (double const y : {.5, 1., 2.}) CHECK(std::isnan(detail::pow(-2, y)));
    CHECK(std::isnan(detail::exp(not_a_number)));
    CHECK(std::isnan(detail::pow(not_a_number, 1)));
    CHECK(std::isnan(detail::pow(2, not_a_number)));
    CHECK(detail::exp(710) == infinity);
    CHECK(detail::exp(-746) == 0);
    CHECK(detail::exp(-740) == 4.2e-322);
    CHECK(off(detail::exp(709.7), std::exp(static_cast<long double>(709.7))) < 1e-15);
}

TEST_CASE("elementary functions have the same bits on every machine", "[core][golden]")
{
    volatile double const third = 1 / 3.;
    CHECK(bits(detail::exp(third)) == 0x3ff6'546d'b1ba'2d13);
    CHECK(bits(detail::log(third)) == 0xbff1'93ea'7aad'030b);
    CHECK(bits(detail::pow(third, 2.2)) == 0x3fb6'd562'bafd'28f1);
    CHECK(bits(detail::sin(third)) == 0x3fd4'f0c2'068a'80c6);
    CHECK(bits(detail::cos(third)) == 0x3fee'3d16'5991'982d);
    digest exps, logs, pows, sines, cosines;
    for (int i = 0; i < 20000; ++i) {
        exps.add(detail::exp((i - 10000) * .07));
        logs.add(detail::log(i * .0371));
        pows.add(detail::pow(i / 20000., (3000 + 2 * i) / 1e4));
        sines.add(detail::sin((i - 10000) * .37));
        cosines.add(detail::cos((i - 10000) * .37));
    }
    CHECK(exps.value() == 0xf8b5'd792'cd66'2482);
    CHECK(logs.value() == 0xfe18'fdd4'0bec'6131);
    CHECK(pows.value() == 0xf0ed'25be'0fa5'bc48);
    CHECK(sines.value() == 0x5e82'2818'43ba'f43b);
    CHECK(cosines.value() == 0x9101'5242'610a'99be);
}
