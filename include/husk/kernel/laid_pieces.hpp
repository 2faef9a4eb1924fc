// SPDX-License-Identifier: MIT
#pragma once
#include <husk/core/arena.hpp>
#include <husk/kernel/overlap_parts.hpp>
#include <husk/kernel/turn_words.hpp>
#include <husk/simd/octets.hpp>
#include <husk/simd/pieces.hpp>

namespace husk::detail {

/// What is laid under a block, in stretches of four words, one after the other: to compare with one place
/// after the other. Nothing is asked about rows then, or how long they are.
class laid_pieces {
public:
    static constexpr int words = 4; ///< of a stretch

    /// Takes its memory, or counts it: for overlaps, `width` wide, of blocks up to `block`.
    laid_pieces(arena& memory, int block, int width)
    {
        auto const across = [](int n) { return (n + words - 1) / words; };
        auto const n =
            static_cast<std::size_t>(across(block) * width + across(width) * block + most_together);
        laid_ = memory.take<std::uint32_t>(words * n).data();
        masks_ = memory.take<std::uint32_t>(words * n).data();
        at_ = memory.take<point>(n).data();
        offsets_ = memory.take<std::int32_t>(n).data();
    }

    /// Reads it; `laid` begins at the block's corner.
    template <class Arch>
    void read(overlap_parts const& o, word_rows<std::uint32_t const> laid)
    {
        count_ = 0, pitch_ = 0, whole_ = true;
        for (auto const& part : o.parts)
            for (int y = part.at.y; y < part.at.y + part.size.height; ++y)
                for (int x = 0; x < part.size.width; x += words)
                    add({part.at.x + x, y}, laid.row(y) + part.at.x + x, part.size.width - x);
        for (auto n = count_ % together<Arch>; n != 0 && n < together<Arch>; ++n) add({}, nullptr, 0);
    }

    /// Aims at pictures whose rows are this far apart.
    template <class Arch>
    void aim(std::ptrdiff_t pitch)
    {
        if (pitch == pitch_) return;
        pitch_ = pitch;
        for (int i = 0; i < count_; ++i) offsets_[i] = static_cast<std::int32_t>(at_[i].y * pitch + at_[i].x);
    }

    /// The sum of the absolute differences to the pictures' words from `there` on.
    template <class Arch>
    auto distance(std::uint32_t const* there) const -> std::uint32_t
    {
        return whole_ ? sum<Arch, false>(there) : sum<Arch, true>(there);
    }

private:
    static constexpr int most_together = 4; ///< stretches in any register

    template <class Arch>
    static constexpr int together = simd::octets<Arch>::lanes / 2 > 0 ? simd::octets<Arch>::lanes / 2 : 1;

    /// Adds a stretch, of which so many words count.
    void add(point at, std::uint32_t const* from, int n)
    {
        for (int i = 0; i < words; ++i) {
            laid_[words * count_ + i] = i < n ? from[i] : 0;
            masks_[words * count_ + i] = i < n ? ~0u : 0;
        }
        whole_ &= n >= words;
        at_[count_++] = at;
    }

    template <class Arch, bool Masked>
    auto sum(std::uint32_t const* there) const -> std::uint32_t
    {
        using octets = simd::octets<Arch>;
        auto const bytes = [](std::uint32_t const* w) { return reinterpret_cast<std::uint8_t const*>(w); };
        auto sums = octets::none();
        auto const add = [&](octets fresh, int first) __attribute__((always_inline))
        {
            if constexpr (Masked) fresh = fresh & octets::load(bytes(masks_ + first));
            sums = sums + octets::distances(fresh, octets::load(bytes(laid_ + first)));
        };
        for (int i = 0; i < count_; i += together<Arch>)
            if constexpr (octets::is_scalar)
                for (int k = 0; k < words; k += 2)
                    add(octets::load(bytes(there + offsets_[i] + k)), words * i + k);
            else
                add({simd::load_pieces<Arch>([&](int k) { return bytes(there + offsets_[i + k]); })},
                    words * i);
        return static_cast<std::uint32_t>(octets::total(sums));
    }

    std::uint32_t *laid_, *masks_;
    point* at_; // of each, from the block's corner
    std::int32_t* offsets_;
    int count_ = 0;
    std::ptrdiff_t pitch_ = 0; // that of the offsets
    bool whole_ = true;        // every word counts
};

} // namespace husk::detail
