// SPDX-License-Identifier: MIT
// A batch that arrives as DLPack's struct, filled in its place. Include your library's dlpack.h instead of
// these lines: husk needs the members, and no header.
#include <husk/adapters/dlpack.hpp>
#include <husk/husk.hpp>

struct DLDevice {
    int device_type, device_id;
};
struct DLDataType {
    std::uint8_t code, bits;
    std::uint16_t lanes;
};
struct DLTensor {
    void* data;
    DLDevice device;
    std::int32_t ndim;
    DLDataType dtype;
    std::int64_t *shape, *strides;
    std::uint64_t byte_offset;
};

// [dlpack
/// Fills float NCHW on the CPU with patch negatives of a photograph HWC.
void fill_batch(DLTensor& batch, DLTensor const& photo, std::span<husk::workspace> memories)
{
    auto const slots = husk::planar_slots<float>(batch, {.name = "batch"});
    auto const source = husk::packed_view<std::uint8_t const>(photo, {.name = "photo"});
    std::vector const sources(slots.size(), source);
    auto const negative = husk::patch_negative{.size = slots.at(0).size} | husk::normalize{};
    husk::batch(husk::sequential{}, negative, husk::key{.seed = 2021}, sources, slots, memories);
}
// dlpack]

int main()
{
    std::vector<std::uint8_t> pixels(200 * 300 * 3);
    for (std::size_t i = 0; i < pixels.size(); ++i) pixels[i] = static_cast<std::uint8_t>(i * i >> 9);
    std::vector<float> numbers(4 * 3 * 96 * 96, 100.f);
    std::int64_t photo_shape[]{200, 300, 3}, batch_shape[]{4, 3, 96, 96};
    DLTensor const photo{pixels.data(), {1, 0}, 3, {1, 8, 1}, photo_shape, nullptr, 0};
    DLTensor batch{numbers.data(), {1, 0}, 4, {2, 32, 1}, batch_shape, nullptr, 0};
    std::vector<husk::workspace> memories(1);
    fill_batch(batch, photo, memories);
    auto const [low, high] = std::minmax_element(numbers.begin(), numbers.end());

    std::string said;
    try {
        batch.dtype.bits = 64;
        fill_batch(batch, photo, memories);
    } catch (husk::error const& e) {
        said = e.what(); // husk: batch is f64 of shape [4, 3, 96, 96] (NCHW) and strides ...
    }
    return *low > -3 && *high < 3 && *low < *high && said.find("batch is f64 of shape [4, 3, 96, 96]") == 6
               ? 0
               : 1;
}
