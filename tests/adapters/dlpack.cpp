// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "support.hpp"

#include <husk/adapters/dlpack.hpp>
#include <husk/negative/patch_negative.hpp>
#include <husk/pipeline/execute.hpp>

#if __has_include(<dlpack/dlpack.h>)
    #include <dlpack/dlpack.h>
static_assert(husk::dl_tensor<DLTensor> && husk::dl_managed_tensor<DLManagedTensor>);
#endif

using support::contains;

namespace {

// DLPack's structs, member by member, with versions of it beside each other.
struct device {
    std::int32_t device_type = 1, device_id = 0;
};
struct data_type {
    std::uint8_t code = 1, bits = 8;
    std::uint16_t lanes = 1;
};
struct tensor {
    void* data;
    ::device device{};
    std::int32_t ndim;
    data_type dtype{};
    std::int64_t* shape;
    std::int64_t* strides = nullptr;
    std::uint64_t byte_offset = 0;
};
struct managed {
    tensor dl_tensor;
    void* manager_ctx = nullptr;
    void (*deleter)(managed*) = nullptr;
};
struct pack_version {
    std::uint32_t major = 1, minor = 0;
};
struct managed_versioned {
    pack_version version{};
    void* manager_ctx = nullptr;
    void (*deleter)(managed_versioned*) = nullptr;
    std::uint64_t flags = 0;
    tensor dl_tensor;
};

static_assert(husk::dl_tensor<tensor> && husk::dl_managed_tensor<managed>);
static_assert(husk::dl_managed_tensor<managed_versioned> && !husk::dl_managed_tensor<tensor>);
static_assert(!husk::dl_tensor<managed> && !husk::adapted<int> && !husk::adapted<husk::packed<float>>);

alignas(64) std::uint8_t memory[4096];

/// An image HWC of 5 x 7.
struct picture {
    std::int64_t shape[3]{5, 7, 3}, strides[3]{24, 3, 1};
    tensor t{.data = memory, .ndim = 3, .shape = shape};

    auto complaint() const
    {
        return support::message_of([&] { husk::packed_view<std::uint8_t const>(t); });
    }
};

} // namespace

TEST_CASE("a DLTensor is viewed where it lies", "[adapters]")
{
    picture p;
    auto const compact = husk::packed_view<std::uint8_t>(p.t); // no strides
    CHECK((compact.data == memory && compact.size == husk::extent{7, 5} && compact.pitch == 21));
    p.t.strides = p.strides;
    p.t.byte_offset = 6;
    auto const gaps = husk::packed_view<std::uint8_t const>(p.t);
    CHECK((gaps.data == memory + 6 && gaps.pitch == 24));

    std::int64_t batch[]{2, 3, 5, 7};
    tensor const floats{.data = memory, .ndim = 4, .dtype = {2, 32, 1}, .shape = batch};
    auto const slots = husk::planar_slots<float const>(floats);
    REQUIRE(slots.size() == 2);
    CHECK(slots[1].data == reinterpret_cast<float const*>(memory) + 105);
}

TEST_CASE("what husk makes arrives in the tensor", "[adapters]")
{
    auto const photo = support::numbered({20, 16});
    std::vector<std::uint8_t> pixels(2 * 12 * 12 * 3);
    std::int64_t shape[]{2, 12, 12, 3};
    tensor t{.data = pixels.data(), .ndim = 4, .shape = shape};
    husk::patch_negative const patches{.side = {3, 5}, .size = {12, 12}};
    husk::workspace work;
    auto const slots = husk::packed_slots<std::uint8_t>(t);
    for (std::uint32_t v = 0; v < 2; ++v) husk::apply(patches, {.seed = 7, .view = v}, photo, slots[v], work);

    for (std::uint32_t v = 0; v < 2; ++v) {
        auto const alone = husk::apply(patches, {.seed = 7, .view = v}, photo);
        CHECK(
            std::equal(alone.data(), alone.data() + alone.elements(), pixels.data() + v * alone.elements()));
    }
}

TEST_CASE("memory that the CPU does not see is refused", "[adapters]")
{
    picture p;
    auto const host = GENERATE(1, 3, 11); // the CPU's; pinned for CUDA, for ROCm
    p.t.device.device_type = host;
    CHECK(p.complaint().empty());
    auto const elsewhere = GENERATE(0, 2, 4, 7, 8, 10, 12, 13, 14);
    p.t.device.device_type = elsewhere;
    CHECK(contains(p.complaint(),
                   "tensor is u8 of shape [5, 7, 3] and strides [21, 3, 1]: must be in the CPU's"));
    CHECK(contains(p.complaint(), "type " + std::to_string(elsewhere)));
}

TEST_CASE("elements of a DLTensor are told apart", "[adapters]")
{
    picture p;
    auto const [code, bits, name] = GENERATE(table<int, int, std::string>({{0, 8, "i8"},
                                                                           {1, 16, "u16"},
                                                                           {2, 32, "f32"},
                                                                           {2, 16, "f16"},
                                                                           {4, 16, "bf16"},
                                                                           {5, 64, "c64"},
                                                                           {6, 8, "bool8"},
                                                                           {3, 64, "other64"}}));
    p.t.dtype = {static_cast<std::uint8_t>(code), static_cast<std::uint8_t>(bits), 1};
    CHECK(contains(p.complaint(), "tensor is " + name + " of shape [5, 7, 3] (HWC)"));
    CHECK(contains(p.complaint(), "a view of u8 must have elements of that type"));
    p.t.dtype = {1, 8, 4};
    CHECK(contains(p.complaint(), "must have numbers of one lane, not 4"));
}

TEST_CASE("a managed tensor that is read-only is only read", "[adapters]")
{
    picture p;
    managed m{p.t};
    CHECK(husk::packed_view<std::uint8_t>(m).data == memory);
    managed_versioned v{.dl_tensor = p.t};
    CHECK(husk::packed_view<std::uint8_t>(v).data == memory);
    v.flags = 2; // a copy, which may be written
    CHECK(husk::packed_view<std::uint8_t>(v).data == memory);
    v.flags = 3;
    CHECK(husk::packed_view<std::uint8_t const>(v).data == memory);
    CHECK(contains(
        support::message_of([&] { husk::packed_view<std::uint8_t>(v, {.name = "images"}); }),
        "images is u8 of shape [5, 7, 3] (HWC) and strides [21, 3, 1], read-only: must not be written"));
    v.version.major = 2;
    CHECK(contains(support::message_of([&] { husk::packed_view<std::uint8_t const>(v); }),
                   "version.major is 2"));
}

TEST_CASE("a DLTensor without data or shape is refused", "[adapters]")
{
    picture p;
    p.t.byte_offset = 64;
    p.t.data = nullptr;
    CHECK(contains(p.complaint(), "its data must not be null"));
    p.t.shape = nullptr;
    CHECK(contains(p.complaint(), "tensor.shape is null"));
    p.t.ndim = -1;
    CHECK(contains(p.complaint(), "tensor.ndim is -1"));
    picture scalar;
    scalar.t.ndim = 0;
    CHECK(contains(scalar.complaint(), "of shape []: must have 2 to 4 dimensions"));
}
