// SPDX-License-Identifier: MIT
#pragma once
#include <husk/pipeline/compose.hpp>
#include <husk/transform/color_jitter.hpp>
#include <husk/transform/flip.hpp>
#include <husk/transform/gaussian_blur.hpp>
#include <husk/transform/maybe.hpp>
#include <husk/transform/normalize.hpp>
#include <husk/transform/random_grayscale.hpp>
#include <husk/transform/random_resized_crop.hpp>
#include <husk/transform/solarize.hpp>

#include <variant>
#include <vector>

namespace pixels {

/// What a view may be made of. Recipes are put together in Python, at run time: their steps are values of one
/// type, so that all recipes share the code that runs them.
using step = std::variant<husk::random_resized_crop, husk::random_horizontal_flip, husk::random_vertical_flip,
                          husk::color_jitter, husk::sometimes<husk::color_jitter>, husk::random_grayscale,
                          husk::gaussian_blur, husk::sometimes<husk::gaussian_blur>, husk::solarize,
                          husk::sometimes<husk::solarize>, husk::normalize>;

/// Steps that are settled, in order.
struct drawn_recipe {
    using part =
        std::variant<husk::resample, husk::window, husk::perhaps<husk::color_jitter::kernel>,
                     husk::perhaps<husk::grayscale::kernel>, husk::perhaps<husk::gaussian_blur::kernel>,
                     husk::perhaps<husk::solarize::kernel>, husk::normalize::kernel>;
    std::vector<part> parts;

    auto size(husk::extent in) const -> husk::extent
    {
        for (auto const& p : parts) in = std::visit([&](auto const& k) { return husk::resized(k, in); }, p);
        return in;
    }

    template <class Chain>
    void join(Chain& c) const
    {
        for (auto const& p : parts) std::visit([&](auto const& k) { husk::join(k, c); }, p);
    }

    auto describe() const -> std::string
    {
        std::string all;
        for (auto const& p : parts)
            all += (all.empty() ? "" : " | ") + std::visit([](auto const& k) { return k.describe(); }, p);
        return all;
    }
    friend auto operator==(drawn_recipe const&, drawn_recipe const&) -> bool = default;
};

/// Steps in order: a transform that draws as a husk::pipeline of the same steps does.
struct recipe {
    std::vector<step> stages;

    recipe() = default;
    explicit recipe(std::vector<step> s) : stages(std::move(s)) {}
    template <husk::transform... Ts>
    explicit recipe(husk::pipeline<Ts...> const& p)
    {
        std::apply([&](auto const&... t) { (stages.emplace_back(t), ...); }, p.stages);
    }

    auto draw(husk::stream& g, husk::extent in) const -> husk::plan<drawn_recipe>
    {
        drawn_recipe all;
        auto now = in;
        for (std::size_t i = 0; i < stages.size(); ++i) {
            auto luck = g.fork(static_cast<std::uint32_t>(i));
            auto part = std::visit([&](auto const& t) { return settled(t.draw(luck, now)); }, stages[i]);
            now = std::visit([&](auto const& k) { return husk::resized(k, now); }, part);
            all.parts.push_back(std::move(part));
        }
        return {{std::move(all)}, in};
    }

private:
    template <class K>
    static auto settled(K k) -> drawn_recipe::part
    {
        if constexpr (std::is_constructible_v<drawn_recipe::part, K>) return k;
        else return husk::perhaps<K>{std::move(k)};
    }
};

static_assert(husk::transform<recipe>);

} // namespace pixels
