// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <husk/simd/arch.hpp>
#include <husk/simd/short_arithmetic.hpp>

#include <vector>

namespace {

using numbers = std::vector<std::int16_t>;

template <class Arch>
auto load(std::int16_t const* from) -> husk::simd::shorts<Arch>
{
    if constexpr (husk::simd::shorts<Arch>::is_scalar) return {*from};
    else return {husk::simd::shorts<Arch>::values::load_unaligned(from)};
}

/// f of numbers, as many side by side as a register has.
template <class Arch, class F>
auto all(F f, numbers const& a, numbers const& b) -> numbers
{
    numbers to(a.size());
    constexpr auto n = std::size_t{husk::simd::shorts<Arch>::lanes};
    for (std::size_t i = 0; i < a.size(); i += n) {
        auto const r = f(load<Arch>(a.data() + i), load<Arch>(b.data() + i)).value;
        if constexpr (husk::simd::shorts<Arch>::is_scalar) to[i] = r;
        else r.store_unaligned(to.data() + i);
    }
    return to;
}

} // namespace

TEMPLATE_TEST_CASE("numbers of 16 bits are what wider ones are, cut off", "[simd]", husk::simd::best,
                   husk::simd::scalar)
{
    numbers a(4096), b(4096);
    for (std::size_t i = 0; i < a.size(); ++i) {
        a[i] = static_cast<std::int16_t>(i * 2654435761u >> 7);
        b[i] = static_cast<std::int16_t>(i * 2246822519u >> 9);
    }
    auto const check = [&](auto f, auto expected) {
        auto const got = all<TestType>(f, a, b);
        int wrong = 0;
        for (std::size_t i = 0; i < a.size(); ++i)
            wrong += got[i] != static_cast<std::int16_t>(expected(int{a[i]}, int{b[i]}));
        CHECK(wrong == 0);
    };
    check([](auto x, auto y) { return x + y; }, [](int x, int y) { return x + y; });
    check([](auto x, auto y) { return x - y; }, [](int x, int y) { return x - y; });
    check([](auto x, auto y) { return x & y; }, [](int x, int y) { return x & y; });
    check([](auto x, auto y) { return x ^ y; }, [](int x, int y) { return x ^ y; });
    check([](auto x, auto) { return x << 5; }, [](int x, int) { return x * 32; });
    check([](auto x, auto) { return x >> 6; }, [](int x, int) { return x >> 6; });
    check([](auto x, auto y) { return lesser(x, y); }, [](int x, int y) { return std::min(x, y); });
    check([](auto x, auto y) { return greater(x, y); }, [](int x, int y) { return std::max(x, y); });
    check([](auto x, auto) { return x + husk::simd::all_shorts<TestType>(-700); },
          [](int x, int) { return x - 700; });
    check([](auto x, auto y) { return upper_product(x, y); },
          [](int x, int y) {
              return std::uint32_t{static_cast<std::uint16_t>(x)} * static_cast<std::uint16_t>(y) >> 16;
          });
    check([](auto x, auto) { return x * -777; }, [](int x, int) { return x * -777; });
    check([](auto x, auto y) { return rounded_product(x, y >> 1); },
          [](int x, int y) { return (x * (y >> 1) + 16384) >> 15; });
    check([](auto x, auto y) { return husk::simd::rounded_product<13>(x >> 2, y); },
          [](int x, int y) { return ((x >> 2) * y + 16384) >> 15; });
    check([](auto x, auto y) { return x * y; }, [](int x, int y) { return x * y; });
    check([](auto x, auto) { return husk::simd::rounded<6>(x >> 1); },
          [](int x, int) { return ((x >> 1) + 32) >> 6; });
}
