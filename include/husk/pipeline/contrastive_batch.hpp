// SPDX-License-Identifier: MIT
#pragma once
#include <husk/pipeline/contrastive.hpp>

namespace husk {

namespace detail {

template <class Arch, executor E, class Sample, class KeyOf, class S, class Q, class K, class N>
void run_contrastive(E& e, Sample const& sample, KeyOf const& key_of, S images, Q queries, K keys,
                     N negatives, std::span<workspace> memories)
{
    auto const n = images.size();
    auto const each = static_cast<std::size_t>(std::max(sample.options.negatives, 0));
    require(queries.size() == n, "queries.size()", queries.size(), "must be that of images, ", n);
    require(keys.size() == n, "keys.size()", keys.size(), "must be that of images, ", n);
    require(negatives.size() == n * each, "negatives.size()", negatives.size(), "must be ", n * each,
            ", options.negatives for each image");
    auto const check_item = [&](std::size_t i) {
        sample.check(key_of(i), as_const(images[i]), queries[i], keys[i], negatives.part(i * each, each));
    };
    run_items(e, n, memories, check_item, [&](std::size_t i, workspace& memory) {
        sample.template run<Arch>(key_of(i), as_const(images[i]), queries[i], keys[i],
                                  negatives.part(i * each, each), memory);
    });
}

} // namespace detail

/// A query, a key and negatives of every image, on the workers of `e`: image i with luck[i] into queries[i],
/// keys[i] and negatives[i * n], ..., where n is options.negatives. The result does not depend on the
/// executor, the number of its workers, nor the order they work in. `memories` holds a workspace for each
/// worker. The slots of different samples must not overlap. Throws husk::error, before anything is written,
/// and says which sample was wrong.
template <class Arch = simd::best, executor E, transform V, transform W, transform T, view_range Images,
          slots Queries, slots Keys, slots Negatives>
void batch(E&& e, contrastive_views<V, W, T> const& sample, std::span<key const> luck, Images const& images,
           Queries&& queries, Keys&& keys, Negatives&& negatives, std::span<workspace> memories)
{
    detail::require(luck.size() == std::size(images), "luck.size()", luck.size(), "must be that of images, ",
                    std::size(images));
    auto const key_of = [&](std::size_t i) { return luck[i]; };
    detail::run_contrastive<Arch>(e, sample, key_of, detail::views_of(images), detail::slots_of(queries),
                                  detail::slots_of(keys), detail::slots_of(negatives), memories);
}

/// The same for images that follow each other in the data set: image i has the index first.index + i.
template <class Arch = simd::best, executor E, transform V, transform W, transform T, view_range Images,
          slots Queries, slots Keys, slots Negatives>
void batch(E&& e, contrastive_views<V, W, T> const& sample, key const& first, Images const& images,
           Queries&& queries, Keys&& keys, Negatives&& negatives, std::span<workspace> memories)
{
    auto const key_of = [&](std::size_t i) { return detail::key_after(first, i); };
    detail::run_contrastive<Arch>(e, sample, key_of, detail::views_of(images), detail::slots_of(queries),
                                  detail::slots_of(keys), detail::slots_of(negatives), memories);
}

} // namespace husk
