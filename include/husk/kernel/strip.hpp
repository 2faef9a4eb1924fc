// SPDX-License-Identifier: MIT
#pragma once
#include <husk/kernel/copy.hpp>
#include <husk/kernel/guide.hpp>

namespace husk::detail {

/// What is already laid where a block is to overlap it: `length` rows along the seam, `width` columns across.
/// Layout 0 is the strip at the left of the block; layout 1 the strip at its top, seen turned on its side.
class strip {
public:
    static constexpr int lane_multiple = 32; // the most 16-bit lanes of any register

    strip(arena& memory, int layout, int longest, int width) :
        layout_(layout), width_(width), pitch_((width + lane_multiple) / lane_multiple * lane_multiple)
    {
        // One register before the first row may be read, and columns past the width: they are zero, and stay
        // so.
        auto const n = static_cast<std::size_t>(longest * pitch_ + 2 * guide::slack);
        words_ = memory.take<std::uint32_t>(n).data();
        edges_ = memory.take<std::int16_t>(n).data();
        if (edges_ == nullptr) return;
        std::fill_n(words_, n, 0u);
        std::fill_n(edges_, n, std::int16_t{0});
        words_ += guide::slack, edges_ += guide::slack;
    }

    /// Reads the strip of `length` rows from the words of what is laid, whose rows are `pitch` apart.
    template <class Arch>
    void lay(guide const& g, int length, std::uint32_t const* laid, int pitch);

    auto layout() const -> int { return layout_; }
    auto length() const -> int { return length_; }
    auto width() const -> int { return width_; }
    /// Elements from row to row; more than the width.
    auto pitch() const -> int { return pitch_; }
    auto words() const -> std::uint32_t const* { return words_; }
    /// The distance of each pixel to the one before it in its row. Of column 0 nobody asks.
    auto edges() const -> std::int16_t const* { return edges_; }

private:
    int layout_, width_, pitch_, length_ = 0;
    std::uint32_t* words_;
    std::int16_t* edges_;
};

template <class Arch>
void strip::lay(guide const& g, int length, std::uint32_t const* laid, int pitch)
{
    length_ = length;
    if (layout_ == 0)
        copy_rows<Arch>(reinterpret_cast<std::byte const*>(laid), 4 * pitch,
                        reinterpret_cast<std::byte*>(words_), 4 * pitch_,
                        static_cast<std::size_t>(width_) * 4, length);
    else turn_words<Arch>({laid, pitch}, {length, width_}, {words_, pitch_});
    distance_to<Arch> const distance(g.cap());
    for (int r = 0; r < length; ++r)
        for (int j = 0; j < width_; j += static_cast<int>(simd::lanes<std::int16_t, Arch>)) {
            auto const i = r * pitch_ + j;
            distance(words_ + i, words_ + i - 1).store_unaligned(edges_ + i);
        }
}

} // namespace husk::detail
