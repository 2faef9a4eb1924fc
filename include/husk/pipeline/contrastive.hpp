// SPDX-License-Identifier: MIT
#pragma once
#include <husk/kernel/blank.hpp>
#include <husk/negative/texture_negative.hpp>
#include <husk/pipeline/batch.hpp>
#include <husk/pipeline/slots.hpp>

namespace husk {

/// What negatives are made from: the augmented query, as patch negatives are; or the original image, as
/// texture negatives are, which are then augmented as the query was.
enum class negative_source : std::uint8_t { by_transform, query, image };

/// What a transform makes negatives from when the options leave it to the transform. A pipeline follows its
/// first stage.
template <class T>
inline constexpr negative_source negatives_from = negative_source::query;
template <>
inline constexpr negative_source negatives_from<quilt> = negative_source::image;
template <>
inline constexpr negative_source negatives_from<texture_negative> = negative_source::image;
template <class T, class... Ts>
inline constexpr negative_source negatives_from<pipeline<T, Ts...>> = negatives_from<T>;

struct contrastive_options {
    int negatives = 1; ///< for each image, 0 to 2^20
    negative_source from = negative_source::by_transform;
};

/// From one image a query, a key and negatives (Ge et al., "Robust Contrastive Learning Using Negative
/// Samples with Diminished Semantics", NeurIPS 2021): see contrastive().
template <transform Query, transform Key, transform Negative>
struct contrastive_views {
    Query query_view;
    Key key_view;
    Negative negative;
    contrastive_options options;

    /// Writes all of them straight into their slots, which may differ in elements and layout. The query has
    /// the luck of `k`, the key that of k.view + 1, negative j that of k.view + 2 + j. Negatives are made
    /// from the query's pixels; or from the image, and then the query's view, with the luck of the query, is
    /// drawn for their size: they share all of its parameters, and the key none. Throws husk::error, before
    /// anything is written, for slots that are null, misshapen, of another size or overlap each other or the
    /// image, and for a wrong number of negatives.
    template <class Arch = simd::best, pixels S, writable_pixels Q, writable_pixels K, slots N>
    void operator()(key const& k, S const& image, Q&& query, K&& key_slot, N&& negatives,
                    workspace& memory) const
    {
        auto const from = detail::as_const(detail::view_of(image));
        run<Arch>(k, from, detail::view_of(query), detail::view_of(key_slot), detail::slots_of(negatives),
                  memory);
    }

    /// The same for slots that detail::slots_of has made; check() has seen them.
    template <class Arch, view S, writable_view Q, writable_view K, class N>
    void run(key const& k, S image, Q query, K key_slot, N const& negatives, workspace& memory) const
    {
        check(k, image, query, key_slot, negatives);
        auto const view = draw(query_view, k, image.size);
        detail::run_plan<Arch>(view, image, query, content::colours, memory);
        detail::run_plan<Arch>(draw(key_view, drawn_with(k, 1), image.size), image, key_slot,
                               content::colours, memory);
        for (std::size_t j = 0; j < negatives.size(); ++j) {
            if (from_image()) run_twin<Arch>(k, j, image, negatives[j], memory);
            else
                detail::run_plan<Arch>(draw(negative, drawn_with(k, 2 + j), query.size),
                                       detail::as_const(query), negatives[j], content::colours, memory);
        }
    }

    /// Throws what running would throw.
    template <view S, writable_view Q, writable_view K, class N>
    void check(key const& k, S image, Q query, K key_slot, N const& negatives) const
    {
        check_numbers(k, negatives.size());
        detail::check("image", image);
        detail::check_target("query", query, draw(query_view, k, image.size).size(), "the image", image);
        detail::check_target("key", key_slot, draw(key_view, drawn_with(k, 1), image.size).size(),
                             "the image", image);
        detail::require_apart("key", key_slot, "the query", query);
        for (std::size_t j = 0; j < negatives.size(); ++j) {
            detail::slot_name const name("negatives", j);
            auto const slot = negatives[j];
            detail::check_target(name, slot, size_of_negative(k, j, image.size, query.size), "the image",
                                 image);
            detail::require_apart(name, slot, "the query", query);
            detail::require_apart(name, slot, "the key", key_slot);
            for (std::size_t i = 0; i < j; ++i)
                detail::require_apart(name, slot, detail::slot_name("negatives", i), negatives[i]);
        }
    }

private:
    static auto drawn_with(key k, std::size_t later) -> key
    {
        k.view += static_cast<std::uint32_t>(later);
        return k;
    }
    auto from_image() const -> bool
    {
        auto const from =
            options.from == negative_source::by_transform ? negatives_from<Negative> : options.from;
        return from == negative_source::image;
    }

    void check_numbers(key const& k, std::size_t slots) const
    {
        constexpr int most = 1 << 20;
        detail::require(options.negatives >= 0 && options.negatives <= most, "options.negatives",
                        options.negatives, "must lie in [0, ", most, "]");
        detail::require(slots == static_cast<std::size_t>(options.negatives), "negatives.size()", slots,
                        "must be options.negatives, ", options.negatives);
        auto const last = std::numeric_limits<std::uint32_t>::max() - 1 - slots;
        detail::require(k.view <= last, "key.view", k.view, "leaves no numbers to the other views");
    }

    auto size_of_negative(key const& k, std::size_t j, extent image, extent query) const -> extent
    {
        auto const size = draw(negative, drawn_with(k, 2 + j), from_image() ? image : query).size();
        return from_image() ? draw(query_view, k, size).size() : size;
    }

    /// A negative of the image, in the workspace; then the query's view of it.
    template <class Arch, view S, writable_view D>
    void run_twin(key const& k, std::size_t j, S image, D slot, workspace& memory) const
    {
        auto const made = draw(negative, drawn_with(k, 2 + j), image.size);
        auto const view = draw(query_view, k, made.size());
        arena count;
        auto const shape = detail::blank_like(image, count, made.size());
        auto const most =
            std::max(detail::run_bytes<Arch>(made, image, shape, content::colours),
                     detail::run_bytes<Arch>(view, detail::as_const(shape), slot, content::colours));
        auto room = memory.fit(count.used() + most);
        auto const twin = detail::blank_like(image, room, made.size());
        detail::run_in<Arch>(made, image, twin, content::colours, room.rest());
        detail::run_in<Arch>(view, detail::as_const(twin), slot, content::colours, room.rest());
    }
};

/// Query and key by one view, and negatives.
template <transform View, transform Negative>
constexpr auto contrastive(View view, Negative negative, contrastive_options const& options = {})
{
    return contrastive_views<View, View, Negative>{view, view, std::move(negative), options};
}

/// Query and key by views of their own (BYOL, MoCo v3), and negatives.
template <transform Query, transform Key, transform Negative>
constexpr auto contrastive(Query query_view, Key key_view, Negative negative,
                           contrastive_options const& options = {})
{
    return contrastive_views<Query, Key, Negative>{std::move(query_view), std::move(key_view),
                                                   std::move(negative), options};
}

} // namespace husk
