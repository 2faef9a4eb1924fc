// SPDX-License-Identifier: MIT
#pragma once
#include <husk/core/output_size.hpp>
#include <husk/core/product.hpp>
#include <husk/kernel/resample.hpp>
#include <husk/transform/concept.hpp>

namespace husk {

/// Scales the whole image: to `size`, or so that its shorter side is `shorter` pixels and the longer one
/// keeps its proportion, rounded down as in torchvision. Throws husk::error unless exactly one of them is
/// given.
struct resize {
    output_size size{};
    int shorter = 0;
    filter resampling = filter::bilinear;
    bool antialias = true;

    auto draw(stream&, extent in) const -> resample
    {
        return {{{}, in}, {0, double(in.width)}, {0, double(in.height)}, target(in), resampling, antialias};
    }

private:
    auto target(extent in) const -> extent
    {
        detail::require(shorter >= 0, "resize.shorter", shorter, "must be positive");
        if (shorter == 0) {
            detail::require(!extent(size).empty(), "resize.size", size,
                            "must be positive (or give resize.shorter)");
            return size;
        }
        detail::require(size == output_size{}, "resize.size", size, "cannot be given together with shorter");
        auto const longer = [&](int side) {
            auto const l = detail::product(shorter, static_cast<double>(side)) / in.shorter_side();
            detail::require(l < 0x1p30, "resize.shorter", shorter, "makes a side of 2^30 pixels or more");
            return std::max(static_cast<int>(l), 1);
        };
        return in.width < in.height ? extent{shorter, longer(in.height)} : extent{longer(in.width), shorter};
    }
};

static_assert(transform<resize>);

} // namespace husk
