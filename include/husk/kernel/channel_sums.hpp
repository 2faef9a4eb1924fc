// SPDX-License-Identifier: MIT
#pragma once
#include <husk/simd/ushorts.hpp>

#include <algorithm>

namespace husk::detail {

/// The sum of each channel of pixels of three bytes.
template <class Arch>
class channel_sums {
public:
    channel_sums() { sums_.fill(V::all(0)); }

    [[gnu::noinline, gnu::flatten]] void add(std::uint8_t const* pixels, int width)
    {
        auto const* const end = pixels + std::ptrdiff_t{3} * width;
        while (end - pixels >= block) {
            auto const blocks = std::min<std::ptrdiff_t>((end - pixels) / block, most_blocks - blocks_);
            auto sums = sums_; // in registers
            for (std::ptrdiff_t i = 0; i < blocks; ++i, pixels += block)
                for (std::size_t k = 0; k < sums.size(); ++k)
                    sums[k] = sums[k] + V::template load_bytes<0>(pixels + static_cast<int>(k) * V::lanes);
            sums_ = sums;
            blocks_ += static_cast<int>(blocks);
            if (blocks_ == most_blocks) flush();
        }
        for (std::size_t i = 0; pixels < end; ++pixels, ++i) totals_[i % 3] += *pixels;
    }

    auto totals() -> std::array<std::int64_t, 3>
    {
        flush();
        return totals_;
    }

private:
    using V = simd::ushorts<Arch>;
    static constexpr int block = 96;        // bytes: whole registers and whole pixels
    static constexpr int most_blocks = 257; // whose sums fit 16 bits

    void flush()
    {
        std::array<std::uint16_t, std::size_t{block}> each;
        for (std::size_t k = 0; k < sums_.size(); ++k)
            sums_[k].store(each.data() + k * std::size_t{V::lanes});
        for (std::size_t i = 0; i < each.size(); ++i) totals_[i % 3] += each[i];
        sums_.fill(V::all(0));
        blocks_ = 0;
    }

    std::array<V, std::size_t{block / V::lanes}> sums_;
    std::array<std::int64_t, 3> totals_{};
    int blocks_ = 0;
};

} // namespace husk::detail
