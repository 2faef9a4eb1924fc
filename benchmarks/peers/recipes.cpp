// SPDX-License-Identifier: MIT
#include "peers/operations.hpp"

namespace {

using namespace peers;

/// MoCo v2's recipe in its usual order of jitter.
template <int How>
void view(cv::Mat const& from, cv::Mat& to, husk::stream& g)
{
    static thread_local cv::Mat a, b;
    resized_crop<How>(from, a, g);
    auto const step = [&](auto const& f) {
        f(a, b, g);
        cv::swap(a, b);
    };
    if (g.chance(.8f)) {
        step(brightness);
        step(contrast);
        step(saturation);
        step(hue);
    }
    if (g.chance(.2f)) step(grayscale);
    if (g.chance(.5f)) step(blur);
    if (g.chance(.5f)) step(flip);
    normalize(a, to, g);
}

void denormalize(cv::Mat const& from, cv::Mat& to, husk::stream&)
{
    static thread_local std::vector<cv::Mat> planes(3);
    static constexpr double mean[]{.485, .456, .406}, deviation[]{.229, .224, .225};
    int const rows = from.rows / 3;
    for (int c = 0; c < 3; ++c)
        from.rowRange(c * rows, (c + 1) * rows)
            .convertTo(planes[static_cast<std::size_t>(c)], CV_8U, 255 * deviation[c], 255 * mean[c]);
    cv::merge(planes, to);
}

using tensor = husk::image<float, husk::planar>;

auto husk_denormalize() -> bench::row
{
    return {"denormalize, from f32 CHW to u8 HWC", []() -> bench::work {
                tensor source(bench::output);
                return [=, target = husk::image<std::uint8_t>(bench::output),
                        memory = std::make_shared<husk::workspace>()](std::uint64_t i) mutable {
                    husk::apply(husk::denormalize{}, {.index = i}, source, target, *memory);
                    bench::keep(target.data());
                };
            }};
}

auto opencv_denormalize() -> bench::row
{
    return {"OpenCV: denormalize, from f32 CHW to u8 HWC", []() -> bench::work {
                cv::setNumThreads(1);
                return [source = cv::Mat(3 * 224, 224, CV_32F, cv::Scalar(0)),
                        target = cv::Mat()](std::uint64_t i) mutable {
                    husk::stream g(husk::key{.index = i});
                    denormalize(source, target, g);
                    bench::keep(target.data);
                };
            }};
}

/// Query, key and one patch negative a call.
auto sample() -> bench::row
{
    return {"query, key and a patch negative", []() -> bench::work {
                return [source = bench::photo(), query = tensor(bench::output), key = tensor(bench::output),
                        negative = tensor(bench::output),
                        memory = std::make_shared<husk::workspace>()](std::uint64_t i) mutable {
                    constexpr auto make =
                        husk::contrastive(husk::preset::moco_v2(), husk::patch_negative{}, {.negatives = 1});
                    make(husk::key{.seed = 1, .index = i}, source, query, key, negative, *memory);
                    bench::keep(negative.data());
                };
            }};
}

bench::table const
    recipes("beside OpenCV, u8 HWC 500x375 to f32 CHW 224x224",
            {bench::memcpy_of(bench::elements * sizeof(float)),
             views<float, husk::planar>("normalize, from 224x224", husk::normalize{}),
             opencv("normalize, from 224x224", normalize), husk_denormalize(), opencv_denormalize(),
             views<float, husk::planar>("a MoCo v2 view", husk::preset::moco_v2(), bench::photo),
             opencv("a MoCo v2 view (not antialiased)", view<cv::INTER_LINEAR>, bench::photo),
             opencv("a MoCo v2 view (INTER_AREA)", view<cv::INTER_AREA>, bench::photo), sample()});

} // namespace
