// SPDX-License-Identifier: MIT
#pragma once
#include <husk/kernel/guide.hpp>
#include <husk/kernel/philox_lanes.hpp>
#include <husk/kernel/place_lanes.hpp>
#include <husk/kernel/quilt_rules.hpp>

#include <bit>

namespace husk::detail {

/// The places that are looked at for one block: all, or a random draw of all places in all exemplars.
/// Neighbours cover half of a block's overlaps, so that an exemplar's border is seldom shown: the draw is
/// from a range that reaches an overlap past it, and what falls there is moved to the border.
class drawn_places {
public:
    drawn_places(arena& memory, quilt_rules const& rules, std::span<exemplar const> exemplars) :
        rules_(rules), exemplars_(exemplars), most_(most(rules, exemplars)), lanes_(memory, most_),
        random_(memory.take<std::uint32_t>((most_ + 63) / 64 * 64)),
        ranges_(memory.take<range>(exemplars.size()))
    {
    }

    /// Draws for a block of this size.
    template <class Arch>
    void draw(extent block, stream& g);

    auto lanes() const -> place_lanes const& { return lanes_; }
    /// How many can be drawn.
    auto most() const -> std::size_t { return most_; }

private:
    /// Where a block can lie in an exemplar, and past the border of it.
    struct range {
        extent places;
        std::uint32_t before;      // places of the exemplars before
        point last;                // inside
        std::uint32_t inverse = 0; // of the width: 2^(31 + shift) / width, and a little
    };

    static auto most(quilt_rules const& rules, std::span<exemplar const> exemplars) -> std::size_t
    {
        // A block that is cropped by the border fits in more places than a whole one.
        std::int64_t places = 0;
        for (auto const& e : exemplars) places += e.window.size.area();
        return static_cast<std::size_t>(rules.listed() > 0 ? std::min<std::int64_t>(rules.listed(), places)
                                                           : places);
    }
    /// How many places there are.
    auto find_ranges(extent block, extent past) -> std::int64_t
    {
        std::int64_t all = 0;
        for (std::size_t e = 0; e < exemplars_.size(); ++e) {
            auto const whole = exemplars_[e].window.size;
            point const last{whole.width - block.width, whole.height - block.height};
            ranges_[e] = {{last.x + 1 + 2 * past.width, last.y + 1 + 2 * past.height},
                          static_cast<std::uint32_t>(all),
                          last};
            all += ranges_[e].places.area();
        }
        return all;
    }
    /// Less than half the block: there are never more places than pixels.
    auto reach(extent block) const -> extent
    {
        return {std::min(rules_.overlap, (block.width - 1) / 2),
                std::min(rules_.overlap, (block.height - 1) / 2)};
    }
    auto numbered(std::uint32_t place, extent past) const -> spot;
    auto find_inverses() -> bool;
    template <class Arch>
    void number_lanes(std::uint32_t all, extent past);

    quilt_rules rules_;
    std::span<exemplar const> exemplars_;
    std::size_t most_;
    place_lanes lanes_;
    std::span<std::uint32_t> random_;
    std::span<range> ranges_;
    int shift_ = 0;
};

inline auto drawn_places::numbered(std::uint32_t place, extent past) const -> spot
{
    std::size_t e = 0;
    for (auto const& r : ranges_.subspan(1)) e += place >= r.before ? 1 : 0; // no jump to be guessed wrong
    auto const& r = ranges_[e];
    auto const columns = static_cast<std::uint32_t>(r.places.width), n = place - r.before;
    point const at{static_cast<int>(n % columns) - past.width, static_cast<int>(n / columns) - past.height};
    return {static_cast<int>(e), {std::clamp(at.x, 0, r.last.x), std::clamp(at.y, 0, r.last.y)}};
}

/// A random place is the upper half of a product: with 2^32 numbers to 2^28 places at most, likely to 1/16.
template <class Arch>
void drawn_places::draw(extent block, stream& g)
{
    auto all = find_ranges(block, {});
    bool const every = rules_.listed() == 0 || rules_.listed() >= all;
    lanes_.count = static_cast<std::size_t>(every ? all : rules_.listed());
    if (every) {
        for (std::size_t i = 0; i < lanes_.count; ++i)
            lanes_.put(i, numbered(static_cast<std::uint32_t>(i), {}));
        return;
    }
    auto const past = reach(block);
    all = find_ranges(block, past);
    fill_random<Arch>(random_, g);
    if (find_inverses()) return number_lanes<Arch>(static_cast<std::uint32_t>(all), past);
    for (std::size_t i = 0; i < lanes_.count; ++i) {
        auto const product = std::uint64_t{random_[i]} * static_cast<std::uint64_t>(all);
        lanes_.put(i, numbered(static_cast<std::uint32_t>(product >> 32), past));
    }
}

/// To divide by products: n / width is n times 2^(31 + shift) / width + 1, cut off, as long as n times width
/// is at most 2^(31 + shift). Says whether it is, which takes exemplars that are enormous or differ as much.
inline auto drawn_places::find_inverses() -> bool
{
    std::uint32_t narrowest = ~0u, widest = 0;
    std::uint64_t most = 0;
    for (auto const& r : ranges_) {
        auto const width = static_cast<std::uint32_t>(r.places.width);
        narrowest = std::min(narrowest, width), widest = std::max(widest, width);
        most = std::max(most, static_cast<std::uint64_t>(r.places.area()));
    }
    shift_ = static_cast<int>(std::bit_width(narrowest)) - 1;
    auto const one = std::uint64_t{1} << 31 << shift_;
    for (auto& r : ranges_)
        r.inverse = static_cast<std::uint32_t>(one / static_cast<std::uint32_t>(r.places.width) + 1);
    return most * widest <= one;
}

/// As `numbered` does, a register at a time.
template <class Arch>
void drawn_places::number_lanes(std::uint32_t all, extent past)
{
    using words = simd::words<Arch>;
    using ints = simd::batch<std::int32_t, Arch>;
    auto const as_words = [](ints const& v) { return words(simd::bit_cast<std::uint32_t>(v)); };
    auto const as_ints = [](words const& v) { return simd::bit_cast<std::int32_t>(v.value); };
    for (std::size_t i = 0; i < lanes_.count; i += ints::size) {
        auto const place = as_ints(multiply(words::load(random_.data() + i), words(all)).high);
        ints e(0);
        for (auto const& r : ranges_.subspan(1))
            e = simd::choose_ints<Arch>(place >= ints(static_cast<std::int32_t>(r.before)), e + 1, e);
        auto const each = [&](auto const& of) {
            return of_exemplars<Arch>(e, ranges_.size(), [&](std::size_t k) { return of(ranges_[k]); });
        };
        auto const n = place - each([](range const& r) { return r.before; });
        auto const inverse = each([](range const& r) { return r.inverse; });
        auto const row = as_ints(multiply(as_words(n + n), as_words(inverse)).high >> shift_);
        auto const column = n - row * each([](range const& r) { return r.places.width; });
        auto const inside = [](ints const& v, ints const& last) {
            return xsimd::min(xsimd::max(v, ints(0)), last);
        };
        e.store_unaligned(lanes_.exemplar.data() + i);
        inside(column - ints(past.width), each([](range const& r) { return r.last.x; }))
            .store_unaligned(lanes_.x.data() + i);
        inside(row - ints(past.height), each([](range const& r) { return r.last.y; }))
            .store_unaligned(lanes_.y.data() + i);
    }
}

} // namespace husk::detail
