// SPDX-License-Identifier: MIT
#pragma once
#include <husk/simd/ushorts.hpp>

#include <algorithm>
#include <cstring>

namespace husk::detail {

/// The sum of each channel of pixels of three bytes.
template <class Arch>
class channel_sums {
public:
    channel_sums() { sums_.fill(V::all(0)); }

    void add(std::uint8_t const* pixels, int width)
    {
        auto const bytes = std::ptrdiff_t{3} * width, rest = bytes % block;
        add_blocks(pixels, bytes / block);
        if (rest == 0) return;
        std::array<std::uint8_t, std::size_t{block}>
            last{}; // one by one they would cost more than all others
        std::memcpy(last.data(), pixels + bytes - rest, static_cast<std::size_t>(rest));
        add_blocks(last.data(), 1);
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

    [[gnu::noinline, gnu::flatten]] void add_blocks(std::uint8_t const* from, std::ptrdiff_t count)
    {
        while (count > 0) {
            auto const now = std::min<std::ptrdiff_t>(count, most_blocks - blocks_);
            auto sums = sums_; // in registers
            for (std::ptrdiff_t i = 0; i < now; ++i, from += block)
                for (std::size_t k = 0; k < sums.size(); ++k)
                    sums[k] = sums[k] + V::template load_bytes<0>(from + static_cast<int>(k) * V::lanes);
            sums_ = sums;
            count -= now;
            blocks_ += static_cast<int>(now);
            if (blocks_ == most_blocks) flush();
        }
    }

    [[gnu::noinline]] void flush()
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
