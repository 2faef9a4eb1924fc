// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "support.hpp"

#include <husk/pipeline/execute.hpp>
#include <husk/transform/sharpness.hpp>

#include <cmath>

using husk::extent, husk::sharpness;
using support::contains, support::message_of;

namespace {

template <class T, template <class> class L>
auto worst(float factor, extent size, int channels) -> double
{
    husk::image<T, L> source(size, channels), target(size, channels);
    husk::stream g(husk::key{.seed = 3});
    double const top = std::integral<T> ? std::numeric_limits<T>::max() : 1;
    for (std::size_t i = 0; i < source.elements(); ++i)
        source.data()[i] = static_cast<T>(static_cast<double>(g.unit()) * top);
    husk::workspace memory;
    husk::apply(sharpness{.factor = {factor, factor}}, husk::key{}, source, target, memory);
    auto const v = source.view();
    double most = 0;
    for (int c = 0; c < channels; ++c)
        for (int y = 0; y < size.height; ++y)
            for (int x = 0; x < size.width; ++x) {
                double const here = static_cast<double>(v(x, y, c)) / top;
                double smooth = 4 * here;
                bool const rim = x == 0 || y == 0 || x + 1 == size.width || y + 1 == size.height;
                for (int j = -1; j <= 1 && !rim; ++j)
                    for (int i = -1; i <= 1; ++i) smooth += static_cast<double>(v(x + i, y + j, c)) / top;
                smooth /= 13;
                double const f = static_cast<double>(factor);
                double const expected =
                    rim || c == 3 ? here : std::clamp(f * here + (1 - f) * smooth, 0., 1.);
                most = std::max(most, std::abs(static_cast<double>(target.view()(x, y, c)) / top - expected));
            }
    return most;
}

} // namespace

TEST_CASE("sharpness blends with the smooth image, except at the rim", "[transform]")
{
    for (float const factor : {0.f, .3f, 1.f, 1.9f})
        for (auto const size : {extent{1, 1}, extent{2, 5}, extent{9, 2}, extent{3, 3}, extent{65, 7}}) {
            CHECK(worst<float, husk::planar>(factor, size, 3) < 1e-6);
            CHECK(worst<float, husk::packed>(factor, size, 4) < 1e-6);
            CHECK(worst<std::uint16_t, husk::packed>(factor, size, 1) < .51 / 65535);
            CHECK(worst<std::uint8_t, husk::packed>(factor, size, 3) < .501 / 255);
            CHECK(worst<std::uint8_t, husk::planar>(factor, size, 4) < .501 / 255);
        }
}

TEST_CASE("sharpness is the same on every instruction set, and leaves masks alone", "[transform]")
{
    auto const source = support::numbered({37, 20});
    husk::image<std::uint8_t> fast({37, 20}), slow({37, 20});
    husk::workspace memory;
    auto const plan = husk::draw(sharpness{.factor = {3, 3}}, husk::key{}, {37, 20});
    husk::execute(plan, source, fast, memory);
    husk::execute<husk::simd::scalar>(plan, source, slow, memory);
    CHECK(fast == slow);
    husk::execute_mask(plan, source, fast, memory);
    CHECK(fast == source);
}

TEST_CASE("a colour that is no number spoils its neighbours, and no others", "[transform]")
{
    husk::image<float> source({20, 20}, 3), target({20, 20}, 3);
    source.view()(10, 10, 1) = std::nanf("");
    husk::workspace memory;
    husk::apply(sharpness{.factor = {2, 2}}, husk::key{}, source, target, memory);
    for (std::size_t i = 0; i < target.elements(); ++i) CHECK(target.data()[i] == 0); // clamped
}

TEST_CASE("sharpness refuses impossible factors", "[transform]")
{
    auto const attempt = [](sharpness const& t) {
        return message_of([&] { (void)husk::draw(t, husk::key{}, {9, 9}); });
    };
    CHECK(contains(attempt({.factor = {-1, 2}}), "sharpness.factor is [-1, 2]"));
    CHECK(contains(attempt({.factor = {2, 1}}), "sharpness.factor is [2, 1]"));
    CHECK(contains(attempt({.factor = {0, std::nanf("")}}), "sharpness.factor is [0, nan]"));
    CHECK(husk::draw(sharpness{{2, 2}}, husk::key{}, {9, 9}).describe() == "sharpness{2}");
}
