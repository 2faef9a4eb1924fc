// SPDX-License-Identifier: MIT
#pragma once
#include <husk/kernel/picture_sizes.hpp>
#include <husk/kernel/with_channels.hpp>

#include <cstdint>
#include <cstring>
#include <numeric>
#include <type_traits>

namespace husk::detail {

/// Pictures as a search reads them that holds a place in each lane of its registers: of every pixel, what
/// such a lane sees of the row that begins there. That is `Count` elements, the channels of this pixel and of
/// those `step` further, one after the other; and the same from further channels on, in as many planes
/// ("phases") as it takes to go through rows of any length.
template <class Element, int Count>
class lane_pictures {
public:
    using unit = std::conditional_t<sizeof(Element) * Count == 8, std::uint64_t, std::uint32_t>;
    static_assert(sizeof(unit) == sizeof(Element) * Count);
    static constexpr int slack = 16; ///< units that a register may read past the last

    /// Room for pictures of these sizes, or 1/scale of them, rounded up.
    lane_pictures(arena& memory, picture_sizes const& sizes, int channels, int step, int scale = 1) :
        sizes_(memory.take<extent>(sizes.size())), channels_(channels), step_(step)
    {
        std::size_t n = 0;
        int widest = 0;
        for (std::size_t e = 0; e < sizes.size(); ++e) {
            extent const s{(sizes[e].width + scale - 1) / scale, (sizes[e].height + scale - 1) / scale};
            if (!sizes_.empty()) sizes_[e] = s;
            n += static_cast<std::size_t>(s.area()) * static_cast<std::size_t>(phases());
            widest = std::max(widest, s.width);
        }
        units_ = memory.take<unit>(n + slack);
        for (auto* elements : {&row_, &columns_})
            *elements = memory.take<Element>(static_cast<std::size_t>(widest * channels + Count));
    }

    auto sizes() const -> std::span<extent const> { return sizes_; }
    auto channels() const -> int { return channels_; }
    auto step() const -> int { return step_; }
    auto phases() const -> int { return channels_ / std::gcd(channels_, Count); }
    /// Units from a row to the next.
    auto pitch(std::size_t e) const -> std::ptrdiff_t { return std::ptrdiff_t{phases()} * sizes_[e].width; }
    auto units(std::size_t e) const -> unit const*
    {
        auto const* first = units_.data();
        for (std::size_t i = 0; i < e; ++i) first += pitch(i) * sizes_[i].height;
        return first;
    }

    /// Where unit k of a row stands, seen from the pixel where the row begins.
    auto offset(std::size_t e, int k) const -> std::ptrdiff_t
    {
        int const element = k * Count, phase = element % channels_ / std::gcd(channels_, Count);
        return std::ptrdiff_t{phase} * sizes_[e].width + element / channels_ * step_;
    }

    /// Takes row y of an exemplar: write(to) writes its elements, the channels of a pixel side by side.
    template <class Arch, class Write>
    void put_row(std::size_t e, int y, Write const& write);
    /// What a register may read behind the last pixel is something, though nothing depends on it.
    template <class Arch>
    void finish()
    {
        std::fill_n(units_.end() - slack, slack, unit{0});
    }

private:
    std::span<extent> sizes_;
    int channels_, step_;
    std::span<unit> units_;
    std::span<Element> row_, columns_; // of that the columns 0, step, 2 step, ..., or 1, step + 1, ...
};

template <class Element, int Count>
template <class Arch, class Write>
void lane_pictures<Element, Count>::put_row(std::size_t e, int y, Write const& write)
{
    int const width = sizes_[e].width, step = step_, shift = std::gcd(channels_, Count);
    auto* const to = const_cast<unit*>(units(e)) + y * pitch(e);
    auto const* const row = row_.data();
    auto* const columns = columns_.data();
    write(row_.data());
    with_channels(channels_, [&](auto channels) {
        for (int first = 0; first < std::min(step, width); ++first) {
            auto* end = columns;
            for (int x = first; x < width; x += step, end += channels)
                std::memcpy(end, row + x * channels, sizeof(Element) * channels);
            // What is read past a stretch of columns is something, though nothing depends on it.
            std::fill_n(end, Count, Element{0});
            for (int p = 0; p < phases(); ++p) {
                auto const* element = columns + p * shift;
                for (int x = first; x < width; x += step, element += channels)
                    std::memcpy(to + std::ptrdiff_t{p} * width + x, element, sizeof(unit));
            }
        }
    });
}

} // namespace husk::detail
