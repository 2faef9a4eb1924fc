// SPDX-License-Identifier: MIT
#include "allocations.hpp"
#include "catch.hpp"
#include "support.hpp"

#include <husk/preset/barlow_twins.hpp>
#include <husk/preset/byol.hpp>
#include <husk/preset/dino.hpp>
#include <husk/preset/ge2021.hpp>
#include <husk/preset/moco.hpp>
#include <husk/preset/simclr.hpp>
#include <husk/preset/swav.hpp>

#include <cmath>

// What holds for all presets: each is a constant, takes the smallest images, and allocates nothing when warm.

namespace {

namespace preset = husk::preset;
using husk::extent, husk::key;
using tensor = husk::image<float, husk::planar>;

constexpr auto moco_v1 = preset::moco_v1();
constexpr auto moco_v2 = preset::moco_v2();
constexpr auto moco_v3_query = preset::moco_v3(1), moco_v3_key = preset::moco_v3(2);
constexpr auto simclr = preset::simclr(.5f, preset::simclr_version::v1), simclr_v2 = preset::simclr();
constexpr auto simclr_cifar = preset::simclr_cifar();
constexpr auto byol_query = preset::byol(1), byol_key = preset::byol(2);
constexpr auto barlow_query = preset::barlow_twins(1), barlow_key = preset::barlow_twins(2);
constexpr auto swav = preset::swav();
constexpr auto dino = preset::dino();
constexpr auto dinov2 = preset::dinov2(preset::dinov2_blur::as_documented, 8, 98);
constexpr auto dinov2_released = preset::dinov2(preset::dinov2_blur::as_released);
constexpr auto ge2021_patch = preset::ge2021_patch();
constexpr auto ge2021_texture = preset::ge2021_texture();

/// Makes all that a preset makes of an image, again and again into the same slots.
class maker {
public:
    explicit maker(extent photo) : photo_(support::numbered(photo)) {}

    template <husk::transform T>
    void make(T const& view, key const& k)
    {
        husk::apply(view, k, photo_, slots(0, 1, husk::draw(view, k, photo_.size()).size())[0], memory_);
    }
    template <class... Ts>
    void make(husk::multi_crop_views<Ts...> const& crops, key const& k)
    {
        make_crops(crops, k, std::index_sequence_for<Ts...>{});
    }
    template <class... Ts>
    void make(husk::contrastive_views<Ts...> const& sample, key const& k)
    {
        sample(k, photo_, slots(0, 1, {224, 224})[0], slots(1, 1, {224, 224})[0], slots(2, 1, {224, 224}),
               memory_);
    }

    auto all_are_numbers() const -> bool
    {
        bool all = true;
        for (auto const& group : groups_)
            for (auto const& t : group)
                all = all && std::all_of(t.data(), t.data() + t.elements(),
                                         [](float v) { return std::abs(v) < 10; });
        return all;
    }

private:
    auto slots(std::size_t group, int count, extent size) -> std::vector<tensor>&
    {
        auto& g = groups_[group];
        if (g.size() != static_cast<std::size_t>(count) || g[0].size() != size)
            g.assign(static_cast<std::size_t>(count), tensor(size));
        return g;
    }

    template <class Crops, std::size_t... G>
    void make_crops(Crops const& crops, key const& k, std::index_sequence<G...>)
    {
        auto const of = [&](std::size_t i, auto const& group) -> std::vector<tensor>& {
            return slots(i, group.count, husk::draw(group.view, k, photo_.size()).size());
        };
        crops(k, photo_, memory_, of(G, std::get<G>(crops.groups))...);
    }

    husk::image<std::uint8_t> photo_;
    std::array<std::vector<tensor>, 3> groups_;
    husk::workspace memory_;
};

template <class Visit>
void every_preset(Visit const& visit)
{
    visit("moco_v1", moco_v1);
    visit("moco_v2", moco_v2);
    visit("moco_v3, view 1", moco_v3_query);
    visit("moco_v3, view 2", moco_v3_key);
    visit("simclr, v1", simclr);
    visit("simclr, v2", simclr_v2);
    visit("simclr_cifar", simclr_cifar);
    visit("byol, view 1", byol_query);
    visit("byol, view 2", byol_key);
    visit("barlow_twins, view 1", barlow_query);
    visit("barlow_twins, view 2", barlow_key);
    visit("swav", swav);
    visit("dino", dino);
    visit("dinov2, as documented", dinov2);
    visit("dinov2, as released", dinov2_released);
    visit("ge2021_patch", ge2021_patch);
}

} // namespace

TEST_CASE("every preset takes images of one pixel, of one row and of one column", "[preset]")
{
    every_preset([](char const* name, auto const& p) {
        for (extent const in : {extent{1, 1}, {1, 40}, {40, 1}, {2, 3}}) {
            INFO(name << " of " << to_string(in));
            maker m(in);
            for (std::uint64_t i = 0; i < 4; ++i) m.make(p, {.seed = 5, .index = i});
            CHECK(m.all_are_numbers());
        }
    });
    // But for what is sewn of blocks of 40 pixels.
    maker small({39, 200}), large({40, 41});
    CHECK(support::contains(support::message_of([&] { small.make(ge2021_texture, {}); }),
                            "texture_negative.sewing.block is 40: must be at most 39"));
    large.make(ge2021_texture, {});
    CHECK(large.all_are_numbers());
}

TEST_CASE("no preset allocates when it is warm", "[preset]")
{
    auto const check = [](char const* name, auto const& p) {
        INFO(name);
        maker m({150, 110});
        auto const make_some = [&] {
            for (std::uint64_t i = 0; i < 12; ++i) m.make(p, {.seed = 6, .index = i});
        };
        make_some();
        auto const before = support::allocations();
        make_some();
        CHECK(support::allocations() == before);
    };
    every_preset(check);
    check("ge2021_texture", ge2021_texture);
}
