// SPDX-License-Identifier: MIT
#pragma once
#include <husk/core/arena.hpp>
#include <husk/core/extent.hpp>
#include <husk/image/view.hpp>

#include <cstdint>

namespace husk {

/// One row of colours to compute with: a stretch of floats for each channel, in [0, 1] where the elements are
/// integers. Every stretch starts on a cache line and is followed by padding, so that whole registers may be
/// read and written past the width. It stays in the first level of the cache.
struct row {
    float* data = nullptr;
    std::ptrdiff_t plane = 0; ///< floats from one channel to the next
    int width = 0;
    int channels = 3;

    auto operator[](int channel) const -> float* { return data + channel * plane; }

    /// Floats that a channel of `width` takes.
    static constexpr auto padded(int width) -> std::ptrdiff_t
    {
        // A line more than fits, and an odd number of lines, lest all channels fall into one set of the
        // cache.
        constexpr std::ptrdiff_t line = arena::line / sizeof(float);
        return (((width + line - 1) / line + 1) | 1) * line;
    }

    /// From an arena; without memory while the arena only counts.
    static auto take(arena& memory, int width, int channels) -> row
    {
        auto const plane = padded(width);
        auto const all = memory.take<float>(static_cast<std::size_t>(plane * channels));
        return {all.data(), plane, width, channels};
    }
};

/// A row that was rounded to bytes: those, channel after channel, perhaps to be seen from right to left.
struct row_levels {
    std::uint8_t const* data;
    std::ptrdiff_t plane; ///< bytes from one channel to the next
    bool mirrored = false;
};

/// Rows on demand, of an image that need not exist as a whole. Rows may be asked for in any order; from top
/// to bottom or from bottom to top is what costs least.
struct row_source {
    extent size;
    int channels = 3;
    void* self = nullptr;
    void (*pull)(void* self, int y, row const& to) = nullptr;
    /// The same row, four floats a pixel, what is missing 0, or two rows from it on, pixel beside pixel; null
    /// where nobody does it faster than by planes.
    void (*pull_quads)(void* self, int y, int rows, float* to) = nullptr;
    /// The same row from right to left; null where that is not what it was made of.
    void (*pull_mirrored)(void* self, int y, row const& to) = nullptr;
    /// The same row as the levels that its colours are, until the next row is pulled; null where they are
    /// not.
    row_levels (*pull_levels)(void* self, int y) = nullptr;
    /// The same row as `pack` makes it of bytes, pixels side by side; null where nobody does it faster.
    void (*pull_pixels)(void* self, int y, std::uint8_t* to) = nullptr;
    /// Whether that row is the colours as they are, since all of them are levels: nothing has been rounded.
    bool whole_pixels = false;
    /// All rows into planes, or as pixels of bytes; null where nobody does it faster than row by row.
    void (*pull_all)(void* self, planar<float> const& to) = nullptr;
    void (*pull_all_pixels)(void* self, packed<std::uint8_t> const& to) = nullptr;
    /// Pixels of three bytes that the rows are made of, byte by byte: the colours of the levels are in a row,
    /// or, where that is null, n / 255. Otherwise empty.
    packed<std::uint8_t const> bytes{};
    row levels{};
    /// Planes of floats that the rows are as they are; otherwise empty.
    planar<float const> planes{};

    void operator()(int y, row const& to) const { pull(self, y, to); }

    /// Whether the rows are pixels of three bytes as they are.
    template <class Arch>
    auto are_bytes() const -> bool
    {
        return !bytes.size.empty() && levels.width == 0;
    }

    /// What stage->pull<Arch>(y, row) and its like make. While memory is only counted it lies nowhere, but is
    /// known as `as`.
    template <class Arch, class Stage>
    static auto of(Stage* stage, Stage const& as, extent size, int channels) -> row_source
    {
        row_source r{size, channels, stage, [](void* s, int y, row const& to) {
                         static_cast<Stage*>(s)->template pull<Arch>(y, to);
                     }};
        if constexpr (requires { as.template has_quads<Arch>(); })
            if (as.template has_quads<Arch>())
                r.pull_quads = [](void* s, int y, int rows, float* to) {
                    static_cast<Stage*>(s)->template pull_quads<Arch>(y, rows, to);
                };
        if constexpr (requires { as.template has_mirrored<Arch>(); })
            if (as.template has_mirrored<Arch>())
                r.pull_mirrored = [](void* s, int y, row const& to) {
                    static_cast<Stage*>(s)->template pull_mirrored<Arch>(y, to);
                };
        if constexpr (requires { as.template has_levels<Arch>(); })
            if (as.template has_levels<Arch>())
                r.pull_levels = [](void* s, int y) {
                    return static_cast<Stage*>(s)->template pull_levels<Arch>(y);
                };
        if constexpr (requires { as.template has_pixels<Arch>(); })
            if (as.template has_pixels<Arch>()) {
                if constexpr (requires { as.template whole_pixels<Arch>(); })
                    r.whole_pixels = as.template whole_pixels<Arch>();
                r.pull_pixels = [](void* s, int y, std::uint8_t* to) {
                    static_cast<Stage*>(s)->template pull_pixels<Arch>(y, to);
                };
            }
        if constexpr (requires { as.template has_all<Arch>(); })
            if (as.template has_all<Arch>())
                r.pull_all = [](void* s, planar<float> const& to) {
                    static_cast<Stage*>(s)->template pull_all<Arch>(to);
                };
        if constexpr (requires { as.template has_all_pixels<Arch>(); })
            if (as.template has_all_pixels<Arch>())
                r.pull_all_pixels = [](void* s, packed<std::uint8_t> const& to) {
                    static_cast<Stage*>(s)->template pull_all_pixels<Arch>(to);
                };
        if constexpr (requires { as.template bytes<Arch>(); }) r.bytes = as.template bytes<Arch>();
        if constexpr (requires { as.template planes<Arch>(); }) r.planes = as.template planes<Arch>();
        return r;
    }
};

} // namespace husk
