// SPDX-License-Identifier: MIT
#pragma once
#include <husk/simd/kept.hpp>
#include <husk/simd/raised_bytes.hpp>

#include <algorithm>
#include <cstring>

namespace husk::detail {

/// The sum of each channel of pixels of three bytes.
template <class Arch>
class channel_sums {
public:
    channel_sums() { clear(); }

    void add(std::uint8_t const* pixels, int width)
    {
        auto const bytes = std::ptrdiff_t{3} * width, rest = bytes % block;
        add_blocks(pixels, bytes / block);
        if (rest == 0) return;
        std::array<std::uint8_t, std::size_t{block}> last{}; // one by one they would cost more than a row
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
            auto pairs = pairs_, upper = upper_; // in registers
            for (std::ptrdiff_t i = 0; i < now; ++i, from += block)
                for (std::size_t k = 0; k < registers; ++k) {
                    V const v{
                        simd::kept(simd::load_byte_pairs<Arch>(from + k * std::size_t{2 * V::lanes}).value)};
                    pairs[k] = pairs[k] + v;
                    upper[k] = upper[k] + v.upper();
                }
            pairs_ = pairs;
            upper_ = upper;
            count -= now;
            blocks_ += static_cast<int>(now);
            if (blocks_ == most_blocks) flush();
        }
    }

    [[gnu::noinline]] void flush()
    {
        std::array<std::uint16_t, std::size_t{block / 2}> pairs, upper;
        for (std::size_t k = 0; k < registers; ++k) {
            pairs_[k].store(pairs.data() + k * std::size_t{V::lanes});
            upper_[k].store(upper.data() + k * std::size_t{V::lanes});
        }
        std::array<std::uint32_t, std::size_t{block}> each;
        for (std::size_t i = 0; i < pairs.size(); ++i) {
            each[2 * i] = static_cast<std::uint16_t>(pairs[i] - 256 * upper[i]);
            each[2 * i + 1] = upper[i];
        }
        for (std::size_t i = 0; i < each.size(); i += 3)
            for (std::size_t c = 0; c < 3; ++c) totals_[c] += each[i + c];
        clear();
    }
    void clear()
    {
        pairs_.fill(V::all(0));
        upper_.fill(V::all(0));
        blocks_ = 0;
    }

    // Pairs of bytes as they are, modulo 2^16, and the second of each: the first are what is left.
    static constexpr std::size_t registers = std::size_t{block / 2 / V::lanes};
    std::array<V, registers> pairs_, upper_;
    std::array<std::int64_t, 3> totals_{};
    int blocks_ = 0;
};

} // namespace husk::detail
