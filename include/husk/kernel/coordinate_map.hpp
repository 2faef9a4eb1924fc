// SPDX-License-Identifier: MIT
#pragma once
#include <husk/image/check.hpp>
#include <husk/kernel/move.hpp>

#include <vector>

namespace husk {

/// Where a pixel came from. With one source, x and y are places in that source, and `exemplar` tells which
/// window of it was used; with several, they are places in source number `exemplar`.
struct origin {
    int exemplar = 0, x = 0, y = 0;

    friend constexpr auto operator==(origin const&, origin const&) -> bool = default;
};

/// For each pixel of an output, where it came from: what `trace` returns. Replaying it on the same source
/// gives the same output; on a mask, or a picture of the same size, the same arrangement.
class coordinate_map {
public:
    coordinate_map() = default;
    /// All pixels from (0, 0). Throws husk::error for a size that is not positive or overflows.
    explicit coordinate_map(extent size) : size_(size)
    {
        detail::require_shape("coordinate_map", size, 1, sizeof(origin));
        origins_.resize(static_cast<std::size_t>(size.area()));
    }

    /// Every pixel from its own place.
    static auto identity(extent size) -> coordinate_map
    {
        coordinate_map m(size);
        for (int y = 0; y < size.height; ++y)
            for (int x = 0; x < size.width; ++x) m(x, y) = {0, x, y};
        return m;
    }

    auto size() const -> extent { return size_; }
    auto operator()(int x, int y) const -> origin const& { return origins_[index(x, y)]; }
    auto operator()(int x, int y) -> origin& { return origins_[index(x, y)]; }

    /// Replays the map: target(x, y) = sources[exemplar](origin). One source serves every exemplar.
    /// Throws husk::error for views that do not fit the map, and for origins outside their source.
    template <view Source, writable_view Target>
    void replay(std::span<Source const> sources, Target target) const;
    template <view Source, writable_view Target>
    void replay(Source const& source, Target target) const
    {
        replay(std::span<Source const>(&source, 1), target);
    }

    friend auto operator==(coordinate_map const&, coordinate_map const&) -> bool = default;

private:
    auto index(int x, int y) const -> std::size_t
    {
        return static_cast<std::size_t>(y) * static_cast<std::size_t>(size_.width) +
               static_cast<std::size_t>(x);
    }

    extent size_;
    std::vector<origin> origins_;
};

template <view Source, writable_view Target>
void coordinate_map::replay(std::span<Source const> sources, Target target) const
{
    detail::check("target", target);
    detail::require(target.size == size_, "target.size", target.size, "must be the map's, ", size_);
    detail::require(!sources.empty(), "sources", "empty", "must hold an image");
    for (auto const& s : sources) {
        detail::check("source", s);
        detail::require(s.channels == target.channels, "source.channels", s.channels, "must be the target's");
        detail::require(!detail::overlap(s, target), "target", "overlapping",
                        "must not share memory with a source");
    }
    auto const source_of = [&](origin const& o) {
        return sources.size() == 1 ? 0 : static_cast<std::size_t>(o.exemplar);
    };
    for (auto const& o : origins_)
        detail::require(o.exemplar >= 0 && source_of(o) < sources.size() &&
                            rect{{o.x, o.y}, {1, 1}}.inside(sources[source_of(o)].size),
                        "origin", point{o.x, o.y}, "must lie inside its source");
    for (int y = 0; y < size_.height; ++y)
        for (int x = 0; x < size_.width; ++x) {
            auto const& o = (*this)(x, y);
            for (int c = 0; c < target.channels; ++c) target(x, y, c) = sources[source_of(o)](o.x, o.y, c);
        }
}

namespace detail {

/// The places that a mosaic takes its pixels from.
inline auto origins_of(mosaic const& m, extent size) -> coordinate_map
{
    coordinate_map out(size);
    for (piece const& p : m.pieces)
        for_each_run<void>(m, p, [&](run const& r) {
            for (int i = 0; i < r.length; ++i)
                out(r.to.x + i, r.to.y) = {p.exemplar, r.from.x + i * r.step.x, r.from.y + i * r.step.y};
        });
    return out;
}

/// What `move` does to pixels, done to the record of where they came from. A piece of a later stage keeps the
/// exemplar that the first stage noted.
inline void move_origins(mosaic const& m, coordinate_map const& from, coordinate_map& to)
{
    for (piece const& p : m.pieces)
        for_each_run<void>(m, p, [&](run const& r) {
            for (int i = 0; i < r.length; ++i) {
                auto o = from(r.from.x + i * r.step.x, r.from.y + i * r.step.y);
                if (p.exemplar != 0) o.exemplar = p.exemplar;
                to(r.to.x + i, r.to.y) = o;
            }
        });
}

} // namespace detail
} // namespace husk
