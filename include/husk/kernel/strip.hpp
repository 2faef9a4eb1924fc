// SPDX-License-Identifier: MIT
#pragma once
#include <husk/kernel/guide.hpp>
#include <husk/simd/batch.hpp>

namespace husk::detail {

/// What is already laid where a block is to overlap it: `length` rows along the seam, `width` columns across.
/// Layout 0 is the strip at the left of the block; layout 1 the strip at its top, seen turned on its side.
class strip {
public:
    static constexpr int lane_multiple = 32; // the most 16-bit lanes of any register

    strip(arena& memory, int layout, int longest, int width, int channels) :
        layout_(layout), width_(width), pitch_((width + lane_multiple) / lane_multiple * lane_multiple),
        chunks_((width + per_chunk * guide::sparse - 1) / (per_chunk * guide::sparse))
    {
        // One register before the first row may be read, and columns past the width: they are zero, and stay
        // so.
        auto const n = static_cast<std::size_t>(longest * pitch_ + 2 * guide::slack);
        auto const take = [&] {
            auto* const memory_of = memory.take<std::int16_t>(n).data();
            if (memory_of != nullptr) std::fill_n(memory_of, n, std::int16_t{0});
            return memory_of == nullptr ? nullptr : memory_of + guide::slack;
        };
        for (int c = 0; c < channels; ++c) planes_[static_cast<std::size_t>(c)] = take();
        edges_ = take();
        auto const words = static_cast<std::size_t>(chunks_ * padded(sampled_rows(longest)) * per_chunk);
        samples_ = memory.take<std::uint32_t>(words).data();
        masks_ = memory.take<std::uint32_t>(words).data();
    }

    /// Reads the strip of `length` rows; owner(along, across) is the number of the pixel that is laid there.
    template <class Arch, class Owner>
    void lay(guide const& g, int length, Owner const& owner);

    auto layout() const -> int { return layout_; }
    auto length() const -> int { return length_; }
    auto width() const -> int { return width_; }
    /// Elements from row to row; more than the width.
    auto pitch() const -> int { return pitch_; }
    auto plane(int c) const -> std::int16_t const* { return planes_[static_cast<std::size_t>(c)]; }
    auto edges() const -> std::int16_t const* { return edges_; }

    // The samples: every fourth column of every eighth row, in chunks of four pixels; chunk by chunk, row by
    // row.
    static constexpr int per_chunk = 4;
    auto chunks() const -> int { return chunks_; }
    auto rows() const -> int { return sampled_rows(length_); }
    auto row(int i) const -> int
    {
        return std::min(guide::sparse_rows / 2, length_ - 1) + i * guide::sparse_rows;
    }
    auto samples(int chunk, int row) const -> std::uint32_t const* { return samples_ + word(chunk, row); }
    auto masks(int chunk, int row) const -> std::uint32_t const* { return masks_ + word(chunk, row); }

private:
    static constexpr auto sampled_rows(int length) -> int
    {
        return (length - 1 - std::min(guide::sparse_rows / 2, length - 1)) / guide::sparse_rows + 1;
    }
    /// Rows are read several at a time; those that do not exist are masked.
    static constexpr auto padded(int rows) -> int { return (rows + 3) / 4 * 4; }
    auto word(int chunk, int row) const -> int { return (chunk * padded(rows()) + row) * per_chunk; }

    template <class Arch>
    void measure_edges(guide const& g);

    int layout_, width_, pitch_, chunks_, length_ = 0;
    std::array<std::int16_t*, guide::most_channels> planes_{};
    std::int16_t* edges_;
    std::uint32_t *samples_, *masks_;
};

template <class Arch, class Owner>
void strip::lay(guide const& g, int length, Owner const& owner)
{
    length_ = length;
    for (int r = 0; r < length; ++r)
        for (int j = 0; j < width_; ++j) {
            auto const here = r * pitch_ + j, laid = owner(r, j);
            for (int c = 0; c < g.channels(); ++c)
                planes_[static_cast<std::size_t>(c)][here] = g.plane(0, c)[laid];
        }
    measure_edges<Arch>(g);
    for (int chunk = 0; chunk < chunks_; ++chunk)
        for (int i = 0; i < padded(rows()); ++i)
            for (int k = 0; k < per_chunk; ++k) {
                auto const column = (chunk * per_chunk + k) * guide::sparse;
                bool const real = i < rows() && column < width_;
                std::uint32_t v = 0;
                for (int c = 0; real && c < g.channels(); ++c)
                    v |= static_cast<std::uint32_t>(plane(c)[row(i) * pitch_ + column]) << 8 * c;
                samples_[word(chunk, i) + k] = v;
                masks_[word(chunk, i) + k] = real ? ~0u : 0u;
            }
}

/// Of column 0 nobody asks.
template <class Arch>
void strip::measure_edges(guide const& g)
{
    using halves = simd::batch<std::int16_t, Arch>;
    halves const cap(static_cast<std::int16_t>(g.cap()));
    for (int r = 0; r < length_; ++r)
        for (int j = 0; j < width_; j += static_cast<int>(halves::size)) {
            halves d(std::int16_t{0});
            for (int c = 0; c < g.channels(); ++c) {
                auto const* const p = plane(c) + r * pitch_ + j;
                auto const here = halves::load_unaligned(p), before = halves::load_unaligned(p - 1);
                d += xsimd::max(here - before, before - here);
            }
            xsimd::min(d, cap).store_unaligned(edges_ + r * pitch_ + j);
        }
}

} // namespace husk::detail
