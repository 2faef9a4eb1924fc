// SPDX-License-Identifier: MIT
#pragma once
#include <husk/kernel/picture_sizes.hpp>

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
        columns_ = memory.take<Element>(static_cast<std::size_t>((widest + step) * channels + Count));
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

    /// Takes row y of an exemplar from of(x, channel).
    template <class Arch, class Level>
    void put_row(std::size_t e, int y, Level const& of);
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
    std::span<Element> columns_; // a row: the columns 0, step, 2 step, ..., then 1, step + 1, ...
};

template <class Element, int Count>
template <class Arch, class Level>
void lane_pictures<Element, Count>::put_row(std::size_t e, int y, Level const& of)
{
    auto const level = of; // what it holds, a byte that is written cannot change
    int const width = sizes_[e].width, shift = std::gcd(channels_, Count);
    // What is read past a stretch of columns is something, though nothing depends on it.
    std::fill(columns_.begin(), columns_.end(), Element{0});
    auto* const to = const_cast<unit*>(units(e)) + y * pitch(e);
    auto* from = columns_.data();
    for (int first = 0; first < std::min(step_, width); ++first) {
        auto* const begin = from;
        for (int x = first; x < width; x += step_)
            for (int c = 0; c < channels_; ++c) *from++ = static_cast<Element>(level(x, c));
        for (int p = 0; p < phases(); ++p) {
            auto const* element = begin + p * shift;
            for (int x = first; x < width; x += step_, element += channels_)
                std::memcpy(to + std::ptrdiff_t{p} * width + x, element, sizeof(unit));
        }
    }
}

} // namespace husk::detail
