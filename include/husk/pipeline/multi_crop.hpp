// SPDX-License-Identifier: MIT
#pragma once
#include <husk/pipeline/batch.hpp>
#include <husk/pipeline/slots.hpp>

namespace husk {

/// Several views of one kind: see views().
template <transform T>
struct view_group {
    int count;
    T view;
};

/// `count` views of an image, 0 to 2^20, each with luck of its own.
template <transform T>
constexpr auto views(int count, T view) -> view_group<T>
{
    return {count, std::move(view)};
}

/// Views of one image in groups, as SwAV and DINO have them: few large ones, many small ones (Caron et al.,
/// "Unsupervised Learning of Visual Features by Contrasting Cluster Assignments", NeurIPS 2020). See
/// multi_crop().
template <class... Ts>
struct multi_crop_views {
    std::tuple<view_group<Ts>...> groups;

    /// Writes group g into the slots of argument g, of which there are as many as the group has views. Views
    /// are numbered through all groups: number n has the luck of k.view + n. Throws husk::error, before
    /// anything is written, for slots that are null, misshapen, of another size or overlap each other or the
    /// image, and for a wrong number of them. Messages name slots[group][view].
    template <class Arch = simd::best, pixels S, slots... Rs>
        requires(sizeof...(Rs) == sizeof...(Ts))
    void operator()(key const& k, S const& image, workspace& memory, Rs&&... targets) const
    {
        run<Arch>(k, detail::as_const(detail::view_of(image)), memory, detail::slots_of(targets)...);
    }

    /// The same for slots that detail::slots_of has made.
    template <class Arch, view S, class... Rs>
    void run(key const& k, S image, workspace& memory, Rs const&... targets) const
    {
        check(k, image, targets...);
        auto const run_one = [&](place const& at, auto const& view, auto const& slot) {
            detail::run_plan<Arch>(draw(view, at.luck, image.size), image, slot, content::colours, memory);
        };
        visit_slots(k, run_one, std::index_sequence_for<Ts...>{}, targets...);
    }

    /// Throws what running would throw.
    template <view S, class... Rs>
    void check(key const& k, S image, Rs const&... targets) const
    {
        check_numbers(k, std::index_sequence_for<Ts...>{}, targets...);
        detail::check("image", image);
        auto const check_one = [&](place const& at, auto const& view, auto const& slot) {
            auto const name = at.name();
            detail::check_target(name, slot, draw(view, at.luck, image.size).size(), "the image", image);
            auto const compare = [&](place const& before, auto const&, auto const& other) {
                if (before.luck.view < at.luck.view) detail::require_apart(name, slot, before.name(), other);
            };
            visit_slots(k, compare, std::index_sequence_for<Ts...>{}, targets...);
        };
        visit_slots(k, check_one, std::index_sequence_for<Ts...>{}, targets...);
    }

private:
    /// Which view a slot is for.
    struct place {
        std::size_t group, number;
        key luck;

        auto name() const -> detail::slot_name { return {detail::slot_name("slots", group), number}; }
    };

    /// visit(place, view, slot) for every slot, in the order of their numbers.
    template <class Visit, std::size_t... G, class... Rs>
    void visit_slots(key luck, Visit const& visit, std::index_sequence<G...>, Rs const&... targets) const
    {
        auto const visit_group = [&](std::size_t group, auto const& view, auto const& slots) {
            for (std::size_t i = 0; i < slots.size(); ++i, ++luck.view)
                visit(place{group, i, luck}, view, slots[i]);
        };
        (visit_group(G, std::get<G>(groups).view, targets), ...);
    }

    template <std::size_t... G, class... Rs>
    void check_numbers(key const& k, std::index_sequence<G...>, Rs const&... targets) const
    {
        auto const check_group = [](std::size_t group, int count, std::size_t slots) {
            constexpr int most = 1 << 20;
            detail::slot_name const name("slots", group);
            detail::require(count >= 0 && count <= most, "views.count", count, "must lie in [0, ", most, "]");
            detail::require(slots == static_cast<std::size_t>(count), detail::member{name, ".size()"}, slots,
                            "must be the group's views, ", count);
            return slots;
        };
        auto const all = (check_group(G, std::get<G>(groups).count, targets.size()) + ... + std::size_t{0});
        detail::require(k.view <= std::numeric_limits<std::uint32_t>::max() - all, "key.view", k.view,
                        "leaves no numbers to the other views");
    }
};

/// Groups of views of one image: multi_crop(views(2, large), views(6, small)).
template <transform... Ts>
    requires(sizeof...(Ts) > 0)
constexpr auto multi_crop(view_group<Ts>... groups)
{
    return multi_crop_views<Ts...>{{std::move(groups)...}};
}

namespace detail {

template <class Arch, executor E, class Crops, class KeyOf, class S, std::size_t... G, class... Rs>
void run_crops(E& e, Crops const& crops, KeyOf const& key_of, S images, std::span<workspace> memories,
               std::index_sequence<G...>, Rs const&... targets)
{
    auto const n = images.size();
    auto const each = [&](auto group) {
        return static_cast<std::size_t>(std::max(std::get<group()>(crops.groups).count, 0));
    };
    auto const check_group = [&](std::size_t group, std::size_t slots, std::size_t wanted) {
        slot_name const name("slots", group);
        require(slots == wanted, member{name, ".size()"}, slots, "must be ", wanted,
                ", the group's views for each image");
    };
    (check_group(G, targets.size(), n * each(std::integral_constant<std::size_t, G>{})), ...);
    auto const part = [&](auto const& slots, std::size_t i) {
        return slots.part(i * (slots.size() / n), slots.size() / n);
    };
    auto const check_item = [&](std::size_t i) {
        crops.check(key_of(i), as_const(images[i]), part(targets, i)...);
    };
    run_items(e, n, memories, check_item, [&](std::size_t i, workspace& memory) {
        crops.template run<Arch>(key_of(i), as_const(images[i]), memory, part(targets, i)...);
    });
}

} // namespace detail

/// All views of every image, on the workers of `e`: image i has luck[i], and the slots of a group hold those
/// of image 0, then of image 1, ... The result does not depend on the executor, the number of its workers,
/// nor the order they work in. `memories` holds a workspace for each worker. The slots of different images
/// must not overlap. Throws husk::error, before anything is written, and says which sample was wrong.
template <class Arch = simd::best, executor E, transform... Ts, view_range Images, slots... Rs>
    requires(sizeof...(Rs) == sizeof...(Ts))
void batch(E&& e, multi_crop_views<Ts...> const& crops, std::span<key const> luck, Images const& images,
           std::span<workspace> memories, Rs&&... targets)
{
    detail::require(luck.size() == std::size(images), "luck.size()", luck.size(), "must be that of images, ",
                    std::size(images));
    auto const key_of = [&](std::size_t i) { return luck[i]; };
    detail::run_crops<Arch>(e, crops, key_of, detail::views_of(images), memories,
                            std::index_sequence_for<Ts...>{}, detail::slots_of(targets)...);
}

/// The same for images that follow each other in the data set: image i has the index first.index + i.
template <class Arch = simd::best, executor E, transform... Ts, view_range Images, slots... Rs>
    requires(sizeof...(Rs) == sizeof...(Ts))
void batch(E&& e, multi_crop_views<Ts...> const& crops, key const& first, Images const& images,
           std::span<workspace> memories, Rs&&... targets)
{
    auto const key_of = [&](std::size_t i) { return detail::key_after(first, i); };
    detail::run_crops<Arch>(e, crops, key_of, detail::views_of(images), memories,
                            std::index_sequence_for<Ts...>{}, detail::slots_of(targets)...);
}

} // namespace husk
