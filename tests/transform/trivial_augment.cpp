// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "support.hpp"

#include <husk/pipeline/execute.hpp>
#include <husk/transform/trivial_augment.hpp>

#include <map>
#include <set>

using husk::image, husk::key;
using support::contains, support::message_of;

TEST_CASE("trivial_augment picks each operation, magnitude and side equally often", "[transform]")
{
    std::map<std::string, int> kinds;
    std::set<float> factors;
    int brighter = 0, bright = 0;
    constexpr int n = 14000;
    for (std::uint64_t i = 0; i < n; ++i) {
        auto const p = husk::draw(husk::trivial_augment{}, key{.index = i}, {100, 80});
        auto const& k = std::get<0>(p.steps).chosen;
        auto const words = p.describe();
        ++kinds[words.substr(0, words.find('{'))];
        if (auto const* const b = std::get_if<husk::brightness::kernel>(&k)) {
            factors.insert(b->factor);
            brighter += b->factor > 1;
            bright += b->factor != 1;
        }
    }
    // Five deviations of sqrt(14000 x p x (1 - p)); the two shears, two shifts and the rotation are one kind.
    CHECK(kinds.size() == 10);
    for (auto const& [kind, count] : kinds) {
        INFO(kind);
        double const p = kind == "projective" ? 5. / 14 : 1. / 14;
        CHECK(std::abs(count - n * p) < 5 * std::sqrt(n * p * (1 - p)));
    }
    CHECK(factors.size() == 61);
    CHECK(std::abs(*factors.begin() - .01f) < 1e-6f);
    CHECK(std::abs(*factors.rbegin() - 1.99f) < 1e-6f);
    CHECK(std::abs(brighter - bright / 2.) < 5 * std::sqrt(bright / 4.));
}

TEST_CASE("trivial_augment runs on every element, size and layout", "[transform]")
{
    husk::workspace memory;
    for (auto const size : {husk::extent{1, 1}, {1, 9}, {17, 2}, {33, 21}})
        for (int const channels : {1, 3, 4})
            for (std::uint64_t i = 0; i < 40; ++i) {
                support::guarded<std::uint8_t> source(size, channels);
                support::guarded<std::uint8_t, husk::planar> out(size, channels);
                husk::apply(husk::trivial_augment{}, key{.index = i}, source.fill().view(), out.view(),
                            memory);
                REQUIRE(out.intact());
            }
}

TEST_CASE("trivial_augment refuses what cannot be", "[transform]")
{
    auto const says = [](husk::trivial_augment const& t) {
        return message_of([&] { (void)husk::draw(t, key{}, {9, 9}); });
    };
    CHECK(contains(says({.bins = 1}), "trivial_augment.bins is 1"));
    CHECK(contains(says({.resampling = husk::filter::lanczos}), "trivial_augment.resampling is lanczos"));
    CHECK(contains(says({.fill = {0, std::nanf(""), 0}}), "trivial_augment.fill"));
}
