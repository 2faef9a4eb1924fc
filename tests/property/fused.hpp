// SPDX-License-Identifier: MIT
#pragma once
#include "catch.hpp"
#include "support.hpp"

#include <husk/husk.hpp>

/// A plan that goes through an image row by row makes what its steps make one after the other, each with a
/// whole image of colours before and after it.
namespace fused {

using husk::extent, husk::image, husk::plan, husk::planar;

/// Steps I and on, each with an image of its own.
template <std::size_t I = 0, class... Ks, class Source, class Target>
void one_by_one(plan<Ks...> const& p, Source const& source, Target& target, husk::workspace& memory)
{
    auto const& kernel = std::get<I>(p.steps);
    plan<std::remove_cvref_t<decltype(kernel)>> const step{{kernel}, source.size()};
    if constexpr (I + 1 == sizeof...(Ks)) husk::execute(step, source, target, memory);
    else {
        image<float, planar> next(step.size(), source.channels());
        husk::execute(step, source, next, memory);
        one_by_one<I + 1>(p, next, target, memory);
    }
}

/// How far fused may be from unfused, in levels and in colours.
struct limit {
    int levels = 0;
    double colours = 1e-6;
};

template <class T>
auto farthest(T const& a, T const& b) -> double
{
    double most = 0;
    for (std::size_t i = 0; i < a.elements(); ++i) {
        auto const d = std::abs(static_cast<double>(a.data()[i]) - static_cast<double>(b.data()[i]));
        most = d <= most ? most : d; // NaN counts
    }
    return most;
}

/// Whether a contrast is among the kernels; autocontrast is none.
inline auto has_contrast(std::string const& story) -> bool
{
    for (auto at = story.find("contrast{"); at != story.npos; at = story.find("contrast{", at + 1))
        if (at < 4 || story.compare(at - 4, 4, "auto") != 0) return true;
    return false;
}

template <class T, class... Ks>
void check(plan<Ks...> const& p, image<T> const& source, husk::workspace& memory, limit const& at_most = {})
{
    INFO(p.describe());
    image<std::uint8_t> levels(p.size(), source.channels()), unfused(p.size(), source.channels());
    husk::execute(p, source, levels, memory);
    one_by_one(p, source, unfused, memory);
    // Between steps there are colours, so that only what is fused is bytes of bytes, and has the mean of
    // bytes: that of colours is of lumas which are rounded to 2^-18 each.
    bool const means = sizeof(T) == 1 && has_contrast(p.describe());
    bool const nearly = means || (sizeof(T) == 1 && support::bytes_within(p) > 0);
    REQUIRE(farthest(levels, unfused) <= std::max(at_most.levels, nearly ? 1 : 0));

    image<float, planar> a(p.size(), source.channels()), b(p.size(), source.channels());
    husk::execute(p, source, a, memory);
    one_by_one(p, source, b, memory);
    REQUIRE(farthest(a, b) <= std::max(at_most.colours, means ? 3e-6 : 0.));
}

} // namespace fused
