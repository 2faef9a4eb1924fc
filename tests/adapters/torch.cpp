// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "support.hpp"

#include <husk/adapters/torch.hpp>
#include <husk/negative/patch_negative.hpp>
#include <husk/pipeline/contrastive_batch.hpp>
#include <husk/transform/normalize.hpp>

#include <ATen/ATen.h>

using husk::packed_slots, husk::packed_view, husk::planar_slots, husk::planar_view;
using support::contains, support::message_of;

static_assert(husk::adapted<at::Tensor>);
static_assert(husk::detail::viewable_as<at::Tensor, float> &&
              husk::detail::viewable_as<at::Tensor const, float const>);
static_assert(!husk::detail::viewable_as<at::Tensor const, float>); // nothing is written through const

namespace {

auto floats(at::IntArrayRef shape) -> at::Tensor
{
    std::int64_t n = 1;
    for (auto const side : shape) n *= side;
    return at::arange(n, at::kFloat).view(shape);
}

/// What a view shows, in torch's own terms.
template <class V>
auto shows(V const& v, at::Tensor const& chw) -> bool
{
    for (int y = 0; y < v.size.height; ++y)
        for (int x = 0; x < v.size.width; ++x)
            for (int c = 0; c < v.channels; ++c)
                if (static_cast<float>(v(x, y, c)) != chw.index({c, y, x}).template item<float>())
                    return false;
    return chw.sizes() == at::IntArrayRef({v.channels, v.size.height, v.size.width});
}

} // namespace

TEST_CASE("a contiguous tensor is planar, one in channels_last is packed", "[adapters][torch]")
{
    auto batch = floats({2, 3, 5, 7});
    auto const planes = planar_slots<float>(batch);
    REQUIRE(planes.size() == 2);
    CHECK((shows(planes[0], batch[0]) && shows(planes[1], batch[1])));
    CHECK(planes[0].data == batch.data_ptr<float>());

    auto last = batch.contiguous(at::MemoryFormat::ChannelsLast);
    auto const pixels = packed_slots<float>(last);
    REQUIRE(pixels.size() == 2);
    CHECK((shows(pixels[0], batch[0]) && shows(pixels[1], batch[1])));
    CHECK(pixels[1].data == last.data_ptr<float>() + 105);

    auto image = last[1];
    CHECK(shows(packed_view<float const>(image), batch[1]));
    auto grey = floats({5, 7});
    CHECK(shows(planar_view<float>(grey), grey.unsqueeze(0)));
}

TEST_CASE("a part of a tensor is viewed where it lies", "[adapters][torch]")
{
    auto const whole = floats({4, 3, 8, 9});
    auto part = whole.slice(0, 1, 4, 2).slice(2, 2, 7).slice(3, 1, 5);
    auto const views = planar_slots<float>(part);
    REQUIRE(views.size() == 2);
    CHECK((shows(views[0], part[0]) && shows(views[1], part[1])));
    CHECK((views[0].pitch == 9 && views[0].plane == 72));

    auto const rows_first = floats({8, 9, 3});
    auto window = rows_first.slice(0, 2, 7).slice(1, 1, 5);
    CHECK(shows(packed_view<float>(window, {.axes = "HWC"}), window.permute({2, 0, 1})));
}

TEST_CASE("every element that husk and torch share", "[adapters][torch]")
{
    auto bytes = floats({6, 4, 3}).to(at::kByte);
    CHECK(shows(packed_view<std::uint8_t>(bytes, {.axes = "HWC"}), bytes.permute({2, 0, 1})));
    if constexpr (husk::has_float16) {
        auto halves = floats({3, 6, 4}).to(at::kHalf);
        CHECK(shows(planar_view<husk::float16>(halves), halves));
    }
    auto const type = GENERATE(at::kByte, at::kChar, at::kShort, at::kInt, at::kLong, at::kHalf, at::kDouble,
                               at::kBFloat16, at::kBool, at::kComplexFloat);
    auto other = at::zeros({3, 6, 4}, type);
    auto const complaint = message_of([&] { planar_view<float>(other); });
    CHECK(contains(complaint, " of shape [3, 6, 4] (CHW) and strides [24, 4, 1]: a view of f32 must have"));
}

TEST_CASE("what husk makes of a batch arrives in tensors of either memory", "[adapters][torch]")
{
    std::vector<husk::image<std::uint8_t>> photos;
    for (int i = 0; i < 3; ++i) photos.push_back(support::numbered({24, 20 + i}));
    std::vector<husk::packed<std::uint8_t const>> const sources(photos.begin(), photos.end());
    auto const sample =
        husk::contrastive(husk::patch_negative{.side = {3, 9}, .size = {16, 12}} | husk::normalize{},
                          husk::patch_negative{.side = {2, 5}}, {.negatives = 2});
    husk::sequential one;
    std::vector<husk::workspace> memories(1);

    auto const made = [&](at::MemoryFormat format, auto slots) {
        auto const tensor = [&](std::int64_t n) {
            return at::empty({n, 3, 12, 16}, at::TensorOptions().memory_format(format)).fill_(-1);
        };
        auto query = tensor(3), key = tensor(3), negatives = tensor(6);
        husk::batch(one, sample, husk::key{.seed = 4}, sources, slots(query), slots(key), slots(negatives),
                    memories);
        return std::vector{query, key, negatives};
    };
    auto const planes =
        made(at::MemoryFormat::Contiguous, [](at::Tensor& t) { return planar_slots<float>(t); });
    auto const pixels =
        made(at::MemoryFormat::ChannelsLast, [](at::Tensor& t) { return packed_slots<float>(t); });

    husk::image<float, husk::planar> query({16, 12}), key({16, 12});
    std::vector<husk::image<float, husk::planar>> negatives(2, query);
    husk::workspace memory;
    for (std::size_t i = 0; i < 3; ++i) {
        sample({.seed = 4, .index = i}, sources[i], query, key, negatives, memory);
        auto const n = static_cast<std::int64_t>(i);
        for (auto const& tensors : {planes, pixels}) {
            CHECK(shows(query.view(), tensors[0][n]));
            CHECK(shows(key.view(), tensors[1][n]));
            CHECK((shows(negatives[0].view(), tensors[2][2 * n]) &&
                   shows(negatives[1].view(), tensors[2][2 * n + 1])));
        }
    }
}

TEST_CASE("memory that a view cannot express is refused, with the tensor's shape", "[adapters][torch]")
{
    auto image = floats({3, 6, 4});
    CHECK(
        contains(message_of([&] { packed_view<float>(image); }),
                 "tensor is f32 of shape [3, 6, 4] (CHW) and strides [24, 4, 1]: in a packed view channels"));
    auto turned = image.transpose(1, 2);
    CHECK(contains(message_of([&] { planar_view<float>(turned); }),
                   "strides [24, 1, 4]: in a planar view pixels"));
    auto last = image.unsqueeze(0).contiguous(at::MemoryFormat::ChannelsLast);
    CHECK(contains(message_of([&] { planar_slots<float>(last); }), "of shape [1, 3, 6, 4] (NCHW)"));
    auto repeated = image.unsqueeze(0).expand({2, 3, 6, 4});
    CHECK(contains(message_of([&] { planar_slots<float>(repeated); }), "must not share memory"));
    CHECK(planar_slots<float const>(repeated).size() == 2);
    auto batch = image.unsqueeze(0);
    CHECK(contains(message_of([&] { planar_view<float>(batch, {.name = "key"}); }),
                   "key is f32 of shape [1, 3"));
    auto numbers = floats({8});
    CHECK(contains(message_of([&] { planar_view<float>(numbers); }), "of shape [8]: must have 2 to 4"));
}

TEST_CASE("tensors that hold no pixels here are refused", "[adapters][torch]")
{
    at::Tensor none;
    CHECK(contains(message_of([&] { planar_view<float>(none, {.name = "query"}); }), "query is undefined"));
    auto elsewhere = at::empty({3, 6, 4}, at::TensorOptions(at::kMeta));
    CHECK(contains(message_of([&] { planar_view<float>(elsewhere); }),
                   "tensor is f32 of shape [3, 6, 4] (CHW) and strides [24, 4, 1]: must be in the CPU's "
                   "memory, not on meta"));
    auto sparse = floats({6, 4}).to_sparse();
    CHECK(contains(message_of([&] { planar_view<float>(sparse); }), "must be a dense tensor"));
    auto empty = at::empty({3, 0, 4});
    CHECK(contains(message_of([&] { planar_view<float>(empty); }), "H must lie in"));
    auto negative = at::_neg_view(floats({3, 6, 4}));
    CHECK(contains(message_of([&] { planar_view<float const>(negative); }), "resolve it"));
}

TEST_CASE("what autograd watches is only read", "[adapters][torch]")
{
    auto learned = floats({3, 6, 4}).set_requires_grad(true);
    CHECK(shows(planar_view<float const>(learned), learned));
    CHECK(contains(message_of([&] { planar_view<float>(learned); }), "read-only: must not be written"));
    auto apart = learned.detach();
    CHECK(planar_view<float>(apart).data == learned.data_ptr<float>());
}
