// SPDX-License-Identifier: MIT
#pragma once
#include <husk/kernel/along_bytes.hpp>
#include <husk/kernel/along_quads.hpp>
#include <husk/kernel/row.hpp>
#include <husk/kernel/taps.hpp>
#include <husk/kernel/weigh_rows.hpp>

namespace husk {

/// The rows of a resampled image. Each row of the source is resampled along once, if possible together with
/// the next one. It is kept as long as the filter sees it; a row of the output is a weighted sum of those
/// that are kept.
class resampled {
public:
    /// `clamps`: overshooting colours go back into [0, 1]. `careful`: colours may be NaN, so that pixels of
    /// weight 0 must not be looked at.
    resampled(row_source before, taps const& x, taps const& y, extent out, bool clamps, bool careful,
              arena& memory) :
        before_(before),
        x_(x), y_(y), out_(out), clamps_(clamps), careful_(careful || x.count > before.size.width),
        planes_(row::take(memory, before.size.width, before.channels)),
        pixels_(memory.take<float>(static_cast<std::size_t>(8 * planes_.plane)).data()),
        slot_(row::take(memory, out.width, before.channels)), floats_(slot_.plane * before.channels),
        slots_(memory.take<float>(static_cast<std::size_t>(floats_ * (y.count + 1))).data()),
        held_(memory.take<std::int32_t>(static_cast<std::size_t>(y.count + 1))),
        seen_(memory.take<float const*>(static_cast<std::size_t>(y.count))),
        along_quads_(along_quads::take(x, out.width, memory)),
        along_bytes_(before.bytes.size.empty() ? along_bytes{}
                                               : along_bytes::take(x, out.width, before.size.width, memory))
    {
        for (auto& h : held_) h = -1;
    }

    template <class Arch>
    void pull(int y, row const& to)
    {
        auto const* w = y_.weights.data() + y * y_.count;
        int first = y_.first[static_cast<std::size_t>(y)], count = y_.count;
        while (count > 1 && w[count - 1] == 0) --count;
        for (; count > 1 && *w == 0; ++w, ++first) --count;
        for (int k = 0; k < count; ++k) seen_[static_cast<std::size_t>(k)] = line<Arch>(first + k);
        detail::weigh_rows<Arch>(seen_.data(), slot_.plane, w, count, to);
        if (clamps_) clamp<Arch>(to);
    }

private:
    /// Source row `y`, resampled along, one plane after the other.
    template <class Arch>
    auto line(int y) -> float const*
    {
        if (held<Arch>(y) != y) {
            // Rows of one tap may be far apart.
            bool const both = y_.count > 1 && y + 1 < before_.size.height && held<Arch>(y + 1) != y + 1;
            if (both) resample_along<Arch, 2>(y, {slot<Arch>(y), slot<Arch>(y + 1)});
            else resample_along<Arch, 1>(y, {slot<Arch>(y)});
            for (int i = 0; i <= both; ++i) {
                if (clamps_) clamp<Arch>(slot<Arch>(y + i));
                held<Arch>(y + i) = y + i;
            }
        }
        return slot<Arch>(y).data;
    }

    /// Where row `y` of the source is kept, resampled along, and which row is there.
    template <class Arch>
    auto slot(int y) const -> row
    {
        return {slots_ + floats_ * (y % (y_.count + 1)), slot_.plane, out_.width, slot_.channels};
    }
    template <class Arch>
    auto held(int y) -> std::int32_t&
    {
        return held_[static_cast<std::size_t>(y % (y_.count + 1))];
    }

    /// Source row `y`, or it and the next one abreast, four floats a pixel.
    template <class Arch, int Rows>
    void fetch(int y)
    {
        if (before_.pull_quads) return before_.pull_quads(before_.self, y, Rows, pixels_);
        for (int r = 0; r < Rows; ++r) {
            before_(y + r, planes_);
            simd::to_quads<Arch>(planes_.data, planes_.plane, planes_.channels, planes_.width,
                                 pixels_ + 4 * r, 4 * Rows);
        }
    }

    /// Source row `y`, or it and the next one.
    template <class Arch, std::size_t Rows>
    void resample_along(int y, std::array<row, Rows> const& to)
    {
        if constexpr (simd::loads_neighbours<Arch>)
            if (before_.template are_bytes<Arch>() && along_bytes_.template is_faster<Arch>() && !careful_) {
                auto const& bytes = before_.bytes;
                return along_bytes_.template operator()<Arch, Rows>({bytes.row(y), bytes.row(y + (Rows > 1))},
                                                                    {to[0], to[Rows - 1]});
            }
        if (!careful_) {
            fetch<Arch, int{Rows}>(y);
            return along_quads_.template operator()<Arch, Rows>(pixels_, to);
        }
        for (std::size_t r = 0; r < Rows; ++r) {
            fetch<Arch, 1>(y + static_cast<int>(r));
            along_quads_.template carefully<Arch>(pixels_, to[r]);
        }
    }

    template <class Arch>
    void clamp(row const& to) const
    {
        using V = simd::real<Arch>;
        for (int c = 0; c < to.channels; ++c)
            for (int x = 0; x < to.width; x += V::lanes) clamped(V::load(to[c] + x)).store(to[c] + x);
    }

    row_source before_;
    taps x_, y_;
    extent out_;
    bool clamps_, careful_;
    row planes_;                   // a row of the source
    float* pixels_;                // one or two of them, four floats a pixel
    row slot_;                     // the shape of a slot
    std::ptrdiff_t floats_;        // of a slot
    float* slots_;                 // rows resampled along
    std::span<std::int32_t> held_; // which row is in which slot
    std::span<float const*> seen_;
    along_quads along_quads_;
    along_bytes along_bytes_;
};

} // namespace husk
