// SPDX-License-Identifier: MIT
// A batch on a team of threads, straight into a float tensor (N, 3, 224, 224): the same bytes for any number
// of them.
#include <husk/husk.hpp>
#include <husk/pipeline/threads.hpp>

#include <vector>

namespace {

auto negatives_of(std::vector<husk::planar<float const>> const& views, int workers) -> std::vector<float>
{
    std::vector<float> tensor(views.size() * 3 * 224 * 224);
    std::vector<husk::planar<float>> slots;
    for (std::size_t i = 0; i < views.size(); ++i)
        slots.push_back({tensor.data() + i * 3 * 224 * 224, {224, 224}});

    husk::threads team(workers);
    std::vector<husk::workspace> memories(static_cast<std::size_t>(team.workers()));
    husk::batch(team, husk::patch_negative{}, husk::key{.seed = 1, .epoch = 5, .index = 1000}, views, slots,
                memories);
    return tensor;
}

} // namespace

int main()
{
    std::vector<husk::image<float, husk::planar>> images(16, husk::image<float, husk::planar>({224, 224}));
    for (std::size_t i = 0; i < images.size(); ++i)
        for (std::size_t e = 0; e < images[i].elements(); ++e)
            images[i].data()[e] = static_cast<float>(i * e);
    std::vector<husk::planar<float const>> const views(images.begin(), images.end());
    return negatives_of(views, 1) == negatives_of(views, 4) ? 0 : 1;
}
