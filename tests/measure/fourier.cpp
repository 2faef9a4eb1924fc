// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "measure/pictures.hpp"

#include <husk/measure/fourier.hpp>

using namespace husk;
using Catch::Matchers::WithinAbs;
using detail::complex;

namespace {

auto numbers(std::size_t n) -> std::vector<complex>
{
    std::vector<complex> v;
    for (std::size_t i = 0; i < n; ++i)
        v.emplace_back(pictures::grain(static_cast<int>(i), 0, 0) % 256,
                       pictures::grain(static_cast<int>(i), 1, 0) % 256);
    return v;
}

/// By the definition.
auto oracle(std::vector<complex> const& v) -> std::vector<complex>
{
    std::vector<complex> out(v.size());
    for (std::size_t k = 0; k < v.size(); ++k)
        for (std::size_t j = 0; j < v.size(); ++j)
            out[k] += v[j] * detail::turned_back(j * k % v.size(), v.size());
    return out;
}

} // namespace

TEST_CASE("the Fourier transform of any size is that of the definition", "[measure]")
{
    auto const n = GENERATE(1u, 2u, 3u, 4u, 5u, 7u, 8u, 12u, 31u, 64u, 96u, 97u, 224u);
    auto v = numbers(n);
    auto const expected = oracle(v);
    detail::fourier transform(n);
    transform.forward(v);
    for (std::size_t k = 0; k < n; ++k) CHECK(std::abs(v[k] - expected[k]) < 1e-8);
    v = numbers(n); // a second time: nothing is left over from the first
    transform.forward(v);
    for (std::size_t k = 0; k < n; ++k) CHECK(std::abs(v[k] - expected[k]) < 1e-8);
}

TEST_CASE("in two dimensions a wave has one frequency", "[measure]")
{
    extent const size{12, 10};
    std::vector<complex> v;
    for (std::size_t y = 0; y < 10; ++y)
        for (std::size_t x = 0; x < 12; ++x)
            v.push_back(std::conj(detail::turned_back(3 * x, 12) * detail::turned_back(4 * y, 10)));
    detail::fourier_forward(v, size);
    for (std::size_t i = 0; i < v.size(); ++i)
        CHECK_THAT(std::abs(v[i]), WithinAbs(i == 4 * 12 + 3 ? 120 : 0, 1e-9));
}
