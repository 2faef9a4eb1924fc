// SPDX-License-Identifier: MIT
//
// husk_texture_curve DRAWS PICTURE...: what each way to search for the blocks of a texture negative costs,
// and what it is worth. Prints a table with tabs, a line a way: texture_curve.py draws it.
#include <husk/io/read.hpp>
#include <husk/measure/coverage.hpp>
#include <husk/measure/seam_ratio.hpp>
#include <husk/measure/sliced_wasserstein.hpp>
#include <husk/negative/texture_negative.hpp>
#include <husk/pipeline/execute.hpp>
#include <husk/pipeline/synthesize.hpp>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

namespace {

struct way {
    std::string family, label;
    husk::quilt sewing;
};

/// The default with one thing changed, and the original algorithm.
auto ways() -> std::vector<way>
{
    using husk::quilt_choice, husk::quilt_search;
    std::vector<way> all;
    for (int const n : {16, 32, 64, 96, 128, 192, 256, 384, 512, 1024})
        all.push_back({"candidates drawn", std::to_string(n), {.candidates = n}});
    for (int const n : {1, 2, 8, 16, 48})
        all.push_back({"finalists (192 drawn)", std::to_string(n), {.finalists = n}});
    for (float const b : {0.f, 1.f, 3.f, 10.f, 20.f})
        all.push_back({"balance", std::to_string(static_cast<int>(b)), {.balance = b}});
    for (int const n : {8, 32})
        all.push_back({"pyramid", std::to_string(n), {.search = quilt_search::pyramid, .finalists = n}});
    all.push_back({"every place", "seam", {.search = quilt_search::exhaustive, .finalists = 16}});
    for (float const b : {0.f, 6.f})
        for (auto const choice : {quilt_choice::ssd, quilt_choice::sad})
            all.push_back(
                {b > 0 ? "every place, balanced" : "every place, plain (2001)",
                 choice == quilt_choice::ssd ? "SSD" : "SAD",
                 {.choice = choice, .search = quilt_search::exhaustive, .tolerance = .1f, .balance = b}});
    return all;
}

struct figures {
    double distance = 0, shown = 0, reuse = 0, seam = 0;
    std::vector<double> microseconds;
    int count = 0;
};

/// One negative, sewn of the windows that texture_negative draws: the least time of three, and the measures
/// of the picture.
void add(figures& sum, husk::quilt const& sewing, husk::image<std::uint8_t> const& photo, std::uint64_t index,
         husk::workspace& memory)
{
    husk::key const k{.seed = 7, .index = index};
    auto const& drawn = std::get<0>(husk::draw(husk::texture_negative{}, k, photo.size()).steps).exemplars;
    std::vector const parts{photo.view().crop(drawn[0].window), photo.view().crop(drawn[1].window)};
    husk::rect const windows[] = {{{}, parts[0].size}, {{}, parts[1].size}};
    husk::image<std::uint8_t> out({224, 224});
    auto map = husk::synthesize(sewing, k, parts, out, memory);
    auto least = 1e30;
    for (int i = 0; i < 3; ++i) {
        auto const begin = std::chrono::steady_clock::now();
        map = husk::synthesize(sewing, k, parts, out, memory);
        auto const took = std::chrono::steady_clock::now() - begin;
        least = std::min(least, std::chrono::duration<double, std::micro>(took).count());
    }
    husk::measured const exemplars[] = {parts[0], parts[1]};
    auto const cover = husk::coverage_of(map, windows);
    sum.distance += husk::sliced_wasserstein(exemplars, out.view());
    sum.shown += cover.used;
    sum.reuse += static_cast<double>(cover.largest_reuse);
    sum.seam += husk::seam_ratio(out.view(), map);
    sum.microseconds.push_back(least);
    ++sum.count;
}

} // namespace

auto main(int count, char** arguments) -> int
{
    if (count < 3) {
        std::fputs("husk_texture_curve DRAWS PICTURE...\n", stderr);
        return 2;
    }
    std::vector<husk::image<std::uint8_t>> photos;
    for (int i = 2; i < count; ++i) photos.push_back(husk::read_image(arguments[i]));
    auto const draws = std::strtoull(arguments[1], nullptr, 10);
    std::puts("family\tlabel\tus\tdistance\tshown\treuse\tseam");
    husk::workspace memory;
    for (auto const& w : ways()) {
        figures sum;
        for (auto const& photo : photos)
            for (std::uint64_t i = 0; i < draws; ++i) add(sum, w.sewing, photo, i, memory);
        std::ranges::sort(sum.microseconds);
        double const n = sum.count;
        std::printf("%s\t%s\t%.0f\t%.2f\t%.3f\t%.1f\t%.3f\n", w.family.c_str(), w.label.c_str(),
                    sum.microseconds[sum.microseconds.size() / 2], sum.distance / n, sum.shown / n,
                    sum.reuse / n, sum.seam / n);
        std::fflush(stdout);
    }
}
