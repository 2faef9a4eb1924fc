// SPDX-License-Identifier: MIT
#pragma once
#include <husk/transform/augmentation.hpp>
#include <husk/transform/sequence.hpp>

namespace husk {

/// Steps of one type, up to `most`.
template <kernel K, int most>
struct repeated {
    static constexpr bool needs_image = husk::needs_image<K>;
    static constexpr bool always_moves = only_moves<K>;
    static constexpr int moving_walks = most * husk::moving_walks<K>;
    static constexpr int ends_walks = most * (husk::ends_walks<K> + (needs_image ? 1 : 0));

    std::array<K, static_cast<std::size_t>(most)> kernels{};
    int length = 0;

    auto count() const -> int { return length; }

    template <class F>
    void visit(int step, F&& f) const
    {
        f(kernels[static_cast<std::size_t>(step)]);
    }

    friend auto operator==(repeated const&, repeated const&) -> bool = default;
};

/// Some operations in a row, each any of fourteen, all at one magnitude (Cubuk et al., "RandAugment:
/// Practical Automated Data Augmentation with a Reduced Search Space", NeurIPS 2020; torchvision's, its
/// nearest filter included). Throws husk::error for numbers outside of the ranges below and other filters
/// than the three.
struct rand_augment {
    static constexpr int most_operations = 8;

    int operations = 2;                  ///< 0 to 8
    int magnitude = 9;                   ///< 0 to bins - 1
    int bins = 31;                       ///< 2 to 1000
    filter resampling = filter::nearest; ///< or bilinear, or bicubic
    border outside = border::constant;
    std::array<float, 3> fill{};

    auto draw(stream& g, extent in) const -> sequence<repeated<augmentation_kernel, most_operations>>
    {
        check();
        detail::augmentation_space const most{.shear = .3,
                                              .across = 150. * in.width / 331,
                                              .down = 150. * in.height / 331,
                                              .degrees = 30,
                                              .colours = .9,
                                              .bits = 4};
        sequence<repeated<augmentation_kernel, most_operations>> all;
        all.steps.length = operations;
        for (int i = 0; i < operations; ++i) {
            auto luck = g.fork(static_cast<std::uint32_t>(i));
            auto const what = static_cast<augmentation>(luck.below(augmentations));
            all.steps.kernels[static_cast<std::size_t>(i)] = detail::settle(
                what, {magnitude, bins - 1, luck.below(2) == 1}, most, luck, in, {resampling, outside, fill});
        }
        return all;
    }

private:
    void check() const
    {
        detail::require(operations >= 0 && operations <= most_operations, "rand_augment.operations",
                        operations, "must lie in [0, ", most_operations, "]");
        detail::require(bins >= 2 && bins <= 1000, "rand_augment.bins", bins, "must lie in [2, 1000]");
        detail::require(magnitude >= 0 && magnitude < bins, "rand_augment.magnitude", magnitude,
                        "must lie in [0, ", bins - 1, "]");
        detail::require_sampling("rand_augment", resampling, fill);
    }
};

static_assert(transform<rand_augment>);

} // namespace husk
