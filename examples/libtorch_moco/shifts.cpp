// SPDX-License-Identifier: MIT
#include "shifts.hpp"

#include "view.hpp"

#include <husk/adapters/torch.hpp>
#include <husk/negative/grid_shuffle.hpp>
#include <husk/pipeline/batch.hpp>
#include <husk/transform/center_crop.hpp>
#include <husk/transform/grayscale.hpp>
#include <husk/transform/resize.hpp>

#include <ATen/ATen.h>

#include <numeric>

namespace {

using order = std::vector<std::size_t>;

/// The photographs in `from`'s order, each by `transform`: colours in [0, 1].
template <class T>
auto made_by(T const& transform, photographs const& photos, order const& from, int size, husk::threads& team)
    -> at::Tensor
{
    auto const n = static_cast<std::int64_t>(from.size());
    auto images =
        at::empty({n, 3, size, size}, at::TensorOptions().memory_format(at::MemoryFormat::ChannelsLast));
    std::vector<husk::packed<std::uint8_t const>> sources;
    for (auto const i : from) sources.push_back(photos.images[i]);
    std::vector<husk::workspace> memories(static_cast<std::size_t>(team.workers()));
    husk::batch(team, transform, husk::key{}, sources, husk::packed_slots<float>(images), memories);
    return images;
}

auto as_they_are(photographs const& photos) -> order
{
    order all(photos.size());
    std::iota(all.begin(), all.end(), std::size_t{0});
    return all;
}

/// For each photograph one of another class; itself where there is one class only.
auto of_other_classes(photographs const& photos) -> order
{
    order others;
    husk::stream luck(husk::key{.view = 1});
    for (auto const own : photos.labels) {
        order candidates;
        for (std::size_t i = 0; i < photos.size(); ++i)
            if (photos.labels[i] != own) candidates.push_back(i);
        if (candidates.empty()) candidates.push_back(others.size());
        others.push_back(candidates[luck.below(static_cast<std::uint32_t>(candidates.size()))]);
    }
    return others;
}

auto normalised(at::Tensor const& colours) -> at::Tensor
{
    husk::normalize const n{};
    auto const channel = [&](std::array<float, 3> const& v) {
        return at::tensor({v[0], v[1], v[2]}, colours.options()).view({1, 3, 1, 1});
    };
    return (colours.clamp(0, 1) - channel(n.mean)) / channel(n.deviation);
}

auto edges_of(at::Tensor const& grey) -> at::Tensor
{
    auto const x = at::tensor({-1.f, 0.f, 1.f, -2.f, 0.f, 2.f, -1.f, 0.f, 1.f}).view({1, 1, 3, 3});
    auto const luma = at::replication_pad2d(grey.narrow(1, 0, 1), {1, 1, 1, 1});
    auto const along = at::conv2d(luma, x), down = at::conv2d(luma, x.transpose(2, 3).contiguous());
    return (at::hypot(along, down) / 2).expand({-1, 3, -1, -1});
}

} // namespace

auto clean(photographs const& photos, options const& o, husk::threads& team) -> at::Tensor
{
    auto const middle = husk::resize{.shorter = o.size} | husk::center_crop{o.size};
    return normalised(made_by(middle, photos, as_they_are(photos), o.size, team));
}

auto shifted_sets(photographs const& photos, options const& o, husk::threads& team) -> std::vector<image_set>
{
    auto const all = as_they_are(photos), others = of_other_classes(photos);
    auto const made = [&](auto const& t, order const& from) {
        return made_by(t, photos, from, o.size, team);
    };
    auto const middle = husk::resize{.shorter = o.size} | husk::center_crop{o.size};
    auto const sigma = static_cast<float>(o.size) / 32;
    husk::gaussian_blur const blur{.sigma = {sigma, sigma}};
    auto const surface = texture(o.texture) | husk::resize{.size = o.size};
    auto const swapped = made(surface, others) + made(middle | husk::grayscale{} | blur, all) -
                         made(surface | husk::grayscale{} | blur, others);
    auto const grey = made(middle | husk::grayscale{}, all);
    return {{"clean", normalised(made(middle, all))},
            {"blurred", normalised(made(middle | blur, all))},
            {"grey", normalised(grey)},
            {"shuffled", normalised(made(middle | husk::grid_shuffle{.cells = 4}, all))},
            {"stylised", normalised(swapped)},
            {"edges", normalised(edges_of(grey))},
            {"augmented", normalised(made(moco_view(o.size), all))}};
}
