// SPDX-License-Identifier: MIT
// A sample for contrastive learning: two views of a photograph and a negative, in one call.
#include <husk/husk.hpp>

#include <cmath>

int main()
{
    husk::image<std::uint8_t> photo({500, 375});
    for (std::size_t i = 0; i < photo.elements(); ++i)
        photo.data()[i] = static_cast<std::uint8_t>(i * i >> 7);
    husk::image<float, husk::planar> query({224, 224}), key_view({224, 224}), negative({224, 224});
    husk::key const key{.seed = 2021, .epoch = 0, .index = 42};
    husk::workspace memory;

    // clang-format off
    constexpr auto view = husk::random_resized_crop{.size = 224, .scale = {.2f, 1.f}}
                        | husk::maybe(.8f, husk::color_jitter{.4f, .4f, .4f, .1f})
                        | husk::random_grayscale{.2f}
                        | husk::maybe(.5f, husk::gaussian_blur{.sigma = {.1f, 2.f}})
                        | husk::random_horizontal_flip{}
                        | husk::normalize{};
    constexpr auto sample = husk::contrastive(view, husk::patch_negative{}, {.negatives = 1});

    sample(key, photo, query, key_view, negative, memory); // u8 HWC in, normalised float CHW out
    // clang-format on

    auto const reaches = [](auto const& image) {
        bool finite = true, below_zero = false;
        for (std::size_t i = 0; i < image.elements(); ++i) {
            finite = finite && std::isfinite(image.data()[i]);
            below_zero = below_zero || image.data()[i] < 0;
        }
        return finite && below_zero;
    };
    return reaches(query) && reaches(key_view) && reaches(negative) && !(query == key_view) ? 0 : 1;
}
