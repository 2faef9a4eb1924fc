// SPDX-License-Identifier: MIT
#pragma once
#include <husk/kernel/copy.hpp>
#include <husk/kernel/mirrored_row.hpp>

namespace husk {

/// A stage: a whole image left to right, top to bottom, or both. Rows are mirrored where they lie, or by the
/// stage after this one.
struct mirrored_rows {
    row_source before;
    bool mirrored;                  ///< left to right
    bool flipped;                   ///< top to bottom
    std::uint8_t* pixels = nullptr; ///< a row of them, where there are bytes to be mirrored

    template <class Arch>
    void pull(int y, row const& to) const
    {
        before(row_of(y), to);
        if (mirrored) detail::mirror_row<Arch>(to);
    }

    template <class Arch>
    auto has_mirrored() const -> bool
    {
        return mirrored;
    }
    template <class Arch>
    void pull_mirrored(int y, row const& to) const
    {
        before(row_of(y), to);
    }

    template <class Arch>
    auto has_levels() const -> bool
    {
        return before.pull_levels;
    }
    template <class Arch>
    auto pull_levels(int y) const -> row_levels
    {
        auto levels = before.pull_levels(before.self, row_of(y));
        levels.mirrored = levels.mirrored != mirrored;
        return levels;
    }

    template <class Arch>
    auto has_pixels() const -> bool
    {
        return before.pull_pixels;
    }
    template <class Arch>
    auto whole_pixels() const -> bool
    {
        return before.whole_pixels;
    }
    template <class Arch>
    void pull_pixels(int y, std::uint8_t* to) const
    {
        before.pull_pixels(before.self, row_of(y), mirrored ? pixels : to);
        if (!mirrored) return;
        if (before.channels == 1) copy_backwards<Arch, 1>(to);
        else if (before.channels == 3) copy_backwards<Arch, 3>(to);
        else copy_backwards<Arch, 4>(to);
    }

private:
    auto row_of(int y) const -> int { return flipped ? before.size.height - 1 - y : y; }

    template <class Arch, int N>
    void copy_backwards(std::uint8_t* to) const
    {
        int const width = before.size.width;
        auto const* const last = pixels + std::ptrdiff_t{N} * (width - 1);
        detail::copy_backwards<Arch, N>(reinterpret_cast<std::byte const*>(last),
                                        reinterpret_cast<std::byte*>(to), width);
    }
};

} // namespace husk
