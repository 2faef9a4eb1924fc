// SPDX-License-Identifier: MIT
#include "allocations.hpp"
#include "catch.hpp"
#include "support.hpp"

#include <husk/pipeline/execute.hpp>
#include <husk/transform/rand_augment.hpp>

#include <algorithm>
#include <map>

using husk::image, husk::key, husk::rand_augment;
using support::contains, support::message_of;

TEST_CASE("rand_augment picks every operation equally often, at one magnitude", "[transform]")
{
    std::map<std::string, int> kinds;
    constexpr int n = 7000;
    for (std::uint64_t i = 0; i < n; ++i) {
        auto const p = husk::draw(rand_augment{}, key{.index = i}, {331, 100});
        auto const& steps = std::get<0>(p.steps).steps;
        REQUIRE(steps.count() == 2);
        for (int s = 0; s < 2; ++s) {
            auto const& k = steps.kernels[static_cast<std::size_t>(s)];
            auto const words = k.describe();
            if (auto const* const m = std::get_if<husk::projective>(&k.chosen)) {
                auto const& t = m->to_source;
                // 9 of 30 steps: shears of .09, shifts of 45 and 13 pixels, 9 degrees.
                if (t[2] != 0 && t[1] == 0) CHECK(std::abs(t[2]) == 45);
                if (t[5] != 0 && t[3] == 0) CHECK(std::abs(t[5]) == 13);
                if (t[1] != 0)
                    CHECK((std::abs(std::abs(t[1]) - .09) < 1e-6 ||
                           std::abs(std::abs(t[1]) - .15643447) < 1e-6));
            }
            std::string const kind(words.begin(), std::ranges::find(words, '{'));
            ++kinds[kind];
            for (auto const* const fixed : {"brightness", "contrast", "saturation", "sharpness"})
                if (kind == fixed) CHECK((contains(words, "{1.26999998") || contains(words, "{0.730000019")));
            if (kind == "posterize") CHECK(words == "posterize{7}");
        }
    }
    CHECK(kinds.size() == 10);
    for (auto const& [kind, count] : kinds) {
        INFO(kind);
        double const p = kind == "projective" ? 5. / 14 : 1. / 14;
        CHECK(std::abs(count - 2 * n * p) < 5 * std::sqrt(2 * n * p * (1 - p)));
    }
}

TEST_CASE("rand_augment is its operations, one after the other", "[transform]")
{
    auto const source = support::numbered({40, 30});
    husk::workspace memory;
    for (std::uint64_t i = 0; i < 60; ++i) {
        auto const p =
            husk::draw(rand_augment{.operations = 3, .magnitude = 12}, key{.index = i}, source.size());
        image<float> all({40, 30}), one({40, 30}), next({40, 30});
        husk::execute(p, source, all, memory);
        bool first = true, maps = false;
        int projections = 0;
        std::get<0>(p.steps).each([&](husk::augmentation_kernel const& k) {
            husk::plan<husk::augmentation_kernel> const step{{k}, source.size()};
            projections += std::holds_alternative<husk::projective>(k.chosen);
            if (first) husk::execute(step, source, one, memory);
            else {
                husk::execute(step, one, next, memory);
                std::swap(one, next);
            }
            first = false;
        });
        // Two maps in a row are one resampling, which sees more than two.
        maps = projections > 1;
        if (!maps) {
            float most = 0;
            for (std::size_t e = 0; e < all.elements(); ++e)
                most = std::max(most, std::abs(all.data()[e] - one.data()[e]));
            INFO(p.describe());
            CHECK(most <= 1e-6f);
        }
    }
}

TEST_CASE("rand_augment of nothing, bit for bit, and without allocating", "[transform]")
{
    auto const source = support::numbered({40, 30});
    CHECK(husk::apply(rand_augment{.operations = 0}, key{}, source) == source);
    husk::workspace memory;
    image<std::uint8_t> out({40, 30});
    auto const some = [&] {
        for (std::uint64_t i = 0; i < 30; ++i)
            husk::apply(rand_augment{}, key{.index = i}, source, out, memory);
    };
    some();
    auto const before = support::allocations();
    some();
    CHECK(support::allocations() == before);
}

TEST_CASE("rand_augment refuses what cannot be", "[transform]")
{
    auto const says = [](rand_augment const& t) {
        return message_of([&] { (void)husk::draw(t, key{}, {9, 9}); });
    };
    CHECK(contains(says({.operations = 9}), "rand_augment.operations is 9: must lie in [0, 8]"));
    CHECK(contains(says({.operations = -1}), "rand_augment.operations is -1"));
    CHECK(contains(says({.magnitude = 31}), "rand_augment.magnitude is 31: must lie in [0, 30]"));
    CHECK(contains(says({.bins = 1}), "rand_augment.bins is 1"));
    CHECK(contains(says({.resampling = husk::filter::area}), "rand_augment.resampling is area"));
}
