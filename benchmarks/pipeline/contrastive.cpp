// SPDX-License-Identifier: MIT
#include "transform/positives.hpp"

namespace {

/// Query, key and one patch negative a call, into normalised float planes.
auto samples(std::string name) -> bench::row
{
    return {std::move(name),
            []() -> bench::work {
                using tensor = husk::image<float, husk::planar>;
                return [source = bench::photo(), query = tensor(bench::output), key = tensor(bench::output),
                        negative = tensor(bench::output),
                        memory = std::make_shared<husk::workspace>()](std::uint64_t i) mutable {
                    constexpr auto sample =
                        husk::contrastive(husk::preset::moco_v2(), husk::patch_negative{}, {.negatives = 1});
                    sample(husk::key{.seed = 1, .index = i}, source, query, key, negative, *memory);
                    bench::keep(negative.data());
                };
            },
            1};
}

bench::table const
    moco("u8 HWC 500x375 to f32 CHW 224x224",
         {bench::memcpy_of(bench::elements * sizeof(float)),
          bench::views<float, husk::planar>("a MoCo v2 view", husk::preset::moco_v2(), bench::photo),
          samples("query, key and a patch negative")});

} // namespace
