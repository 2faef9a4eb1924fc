// SPDX-License-Identifier: MIT
#pragma once
#include <husk/kernel/copy.hpp>
#include <husk/kernel/guide.hpp>
#include <husk/kernel/mosaic.hpp>

#include <bit>

namespace husk::detail {

/// What is laid of a quilt so far: the words of its pixels, at the scale of a guide.
class laid_words {
public:
    laid_words(arena& memory, extent out, int scale) :
        shift_(std::countr_zero(static_cast<unsigned>(scale))), size_{(out.width + scale - 1) / scale,
                                                                      (out.height + scale - 1) / scale},
        words_(memory.take<std::uint32_t>(static_cast<std::size_t>(size_.area() + guide::slack)))
    {
    }

    /// The words from this pixel of the quilt on, in rows that are `pitch` apart.
    auto at(point p) -> std::uint32_t*
    {
        return words_.data() + std::ptrdiff_t{p.y >> shift_} * size_.width + (p.x >> shift_);
    }
    auto pitch() const -> int { return size_.width; }

    /// Shows a run of an exemplar, whose part of the guide begins at `corner` in the source. A pixel in small
    /// shows what its middle does.
    template <class Arch>
    void show(guide const& g, guide::part const& part, point corner, run const& r)
    {
        auto const from = r.from - corner;
        if (shift_ == 0)
            return copy_words<Arch>(g.words(0) + guide::index(0, part, from), r.length, at(r.to));
        int const scale = 1 << shift_, middle = scale / 2;
        if ((r.to.y & (scale - 1)) != middle) return;
        int const begin = (r.to.x - middle + scale - 1) >> shift_,
                  end = ((r.to.x + r.length - 1 - middle) >> shift_) + 1;
        if (end <= begin) return;
        auto const x = (begin * scale + middle - r.to.x + from.x) >> shift_;
        copy_words<Arch>(g.words(0) + guide::index(0, part, {x, from.y >> shift_}), end - begin,
                         at({begin * scale, r.to.y}));
    }

private:
    template <class Arch>
    static void copy_words(std::uint32_t const* from, int n, std::uint32_t* to)
    {
        copy_rows<Arch>(reinterpret_cast<std::byte const*>(from), 0, reinterpret_cast<std::byte*>(to), 0,
                        static_cast<std::size_t>(n) * sizeof *to, 1);
    }

    int shift_; // of a power of two, as a division takes as long as a short copy
    extent size_;
    std::span<std::uint32_t> words_;
};

} // namespace husk::detail
