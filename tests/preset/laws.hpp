// SPDX-License-Identifier: MIT
#pragma once
#include "catch.hpp"
#include "support.hpp"

#include <husk/pipeline/execute.hpp>
#include <husk/transform/color_jitter.hpp>
#include <husk/transform/flip.hpp>
#include <husk/transform/gaussian_blur.hpp>
#include <husk/transform/normalize.hpp>
#include <husk/transform/random_grayscale.hpp>
#include <husk/transform/random_resized_crop.hpp>
#include <husk/transform/solarize.hpp>

#include <cmath>
#include <limits>
#include <map>

// The laws of a view's chance, seen in many of its plans. Seeds are fixed. A right law would fail a check of
// a probability for one seed in 10^6 (5 deviations), and one of a range for one in 10^8 (no number of n in
// the outermost 20 / n).

namespace laws {

template <class T>
using plan_of = decltype(husk::draw(std::declval<T const&>(), husk::key{}, husk::extent{}));

/// What the steps of a plan are, for short.
using crop = husk::resample;
using jitter = husk::color_jitter::kernel;
using grey = husk::perhaps<husk::grayscale::kernel>;
using blur = husk::perhaps<husk::gaussian_blur::kernel>;
using solarized = husk::perhaps<husk::solarize::kernel>;
using flip = husk::window;
using normal = husk::normalize::kernel;

inline constexpr husk::extent photo{500, 375};

template <class T>
auto draws(T const& view, int n = 3000)
{
    std::vector<plan_of<T>> all;
    for (int i = 0; i < n; ++i)
        all.push_back(husk::draw(view, husk::key{.seed = 77, .index = static_cast<std::uint64_t>(i)}, photo));
    return all;
}

/// The numbers that a parameter takes.
class numbers {
public:
    void add(double v)
    {
        low_ = std::min(low_, v);
        high_ = std::max(high_, v);
        sum_ += v;
        ++n_;
    }
    /// Uniform in [low, high], as far as the ends and the mean show.
    void check_uniform(double low, double high) const
    {
        REQUIRE(n_ > 100);
        double const most = 20. * (high - low) / n_ + 1e-6;
        CHECK((low_ >= low - 1e-6 && low_ < low + most));
        CHECK((high_ <= high + 1e-6 && high_ > high - most));
        CHECK(std::abs(sum_ / n_ - (low + high) / 2) < 5 * (high - low) / std::sqrt(12. * n_));
    }
    void check_inside(double low, double high) const { CHECK((low_ >= low && high_ <= high)); }
    auto count() const -> int { return n_; }

private:
    double low_ = std::numeric_limits<double>::infinity(), high_ = -low_, sum_ = 0;
    int n_ = 0;
};

inline void check_probability(int happened, std::size_t n, double p)
{
    auto const all = static_cast<double>(n);
    if (p == 0 || p == 1) CHECK(happened == static_cast<int>(p * all));
    else CHECK(std::abs(happened - p * all) < 5 * std::sqrt(all * p * (1 - p)));
}

/// What a step does in a plan, or null where it does nothing.
template <std::size_t I, class Plan>
auto happening(Plan const& p)
{
    auto const& step = std::get<I>(p.steps);
    if constexpr (requires { step.chosen; }) return step.chosen ? &*step.chosen : nullptr;
    else return &step;
}

template <std::size_t I, class Plans>
void check_probability(Plans const& plans, double p)
{
    int happened = 0;
    for (auto const& one : plans) happened += happening<I>(one) != nullptr;
    check_probability(happened, plans.size(), p);
}

template <class Plans>
void check_crop(Plans const& plans, husk::extent size, double low, double high,
                husk::filter kind = husk::filter::bilinear, bool antialias = true)
{
    numbers areas, shapes;
    for (auto const& p : plans) {
        auto const& c = std::get<0>(p.steps);
        REQUIRE((c.out == size && c.kind == kind && c.antialias == antialias));
        areas.add(c.across.length * c.down.length / static_cast<double>(photo.area()));
        shapes.add(c.across.length / c.down.length);
    }
    // Sides are whole pixels: half of one at a small box makes a percent.
    areas.check_inside(low * .98, std::min(high * 1.02, 1.));
    shapes.check_inside(.75 * .98, 4. / 3 * 1.02);
}

/// torchvision's colours, or TensorFlow's: contrast by channel, saturation in HSV, and perhaps a brightness
/// that is added.
struct colours {
    double light, contrast, saturation, hue;
    bool tensorflow = false, additive = false;
};

template <std::size_t I, class Plans>
void check_jitter(Plans const& plans, double p, colours const& wanted)
{
    numbers light, contrast, saturation, hue;
    std::map<std::string, int> orders;
    for (auto const& one : plans) {
        auto const* const k = happening<I>(one);
        if (!k) continue;
        REQUIRE(k->count == 4);
        std::string order;
        for (auto const& part : k->parts) {
            order += static_cast<char>('0' + part.index());
            if (auto const* const b = std::get_if<husk::brightness::kernel>(&part)) light.add(b->factor);
            if (auto const* const b = std::get_if<husk::brightness_shift::kernel>(&part))
                light.add(1 + b->shift);
            if (auto const* const c = std::get_if<husk::contrast::kernel>(&part)) {
                contrast.add(c->factor);
                REQUIRE(c->by_channel == wanted.tensorflow);
            }
            if (auto const* const s = std::get_if<husk::saturation::kernel>(&part)) {
                saturation.add(s->factor);
                REQUIRE(s->in_hsv == wanted.tensorflow);
            }
            if (auto const* const h = std::get_if<husk::hue::kernel>(&part)) hue.add(h->shift);
        }
        ++orders[order];
        REQUIRE((order.find('1') != std::string::npos) == wanted.additive);
    }
    check_probability<I>(plans, p);
    light.check_uniform(1 - wanted.light, 1 + wanted.light);
    contrast.check_uniform(1 - wanted.contrast, 1 + wanted.contrast);
    saturation.check_uniform(1 - wanted.saturation, 1 + wanted.saturation);
    hue.check_uniform(-wanted.hue, wanted.hue);
    CHECK(orders.size() == 24);
    for (auto const& [order, n] : orders)
        check_probability(n, static_cast<std::size_t>(light.count()), 1. / 24);
}

template <std::size_t I, class Plans>
void check_blur(Plans const& plans, double p, husk::blur_method method,
                husk::border border = husk::border::reflect, int taps = 0)
{
    numbers sigma;
    for (auto const& one : plans)
        if (auto const* const k = happening<I>(one)) {
            sigma.add(k->sigma);
            REQUIRE((k->method == method && k->border == border && k->taps == taps));
        }
    check_probability<I>(plans, p);
    if (p > 0) sigma.check_uniform(.1, 2);
}

template <std::size_t I, class Plans>
void check_solarize(Plans const& plans, double p)
{
    check_probability<I>(plans, p);
    for (auto const& one : plans)
        if (auto const* const k = happening<I>(one)) REQUIRE(k->threshold == .5f);
}

template <std::size_t I, class Plans>
void check_flip(Plans const& plans)
{
    int mirrored = 0;
    for (auto const& one : plans) {
        mirrored += std::get<I>(one.steps).mirrored;
        REQUIRE(!std::get<I>(one.steps).flipped);
    }
    check_probability(mirrored, plans.size(), .5);
}

template <std::size_t I, class Plans>
void check_normalize(Plans const& plans, float red = .229f)
{
    auto const& k = std::get<I>(plans[0].steps);
    CHECK(k.mean == std::array{.485f, .456f, .406f});
    CHECK(k.deviation == std::array{red, .224f, .225f});
}

} // namespace laws
