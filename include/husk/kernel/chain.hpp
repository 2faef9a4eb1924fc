// SPDX-License-Identifier: MIT
#pragma once
#include <husk/kernel/blank.hpp>
#include <husk/kernel/content.hpp>
#include <husk/kernel/long_rows.hpp>
#include <husk/kernel/mosaic.hpp>
#include <husk/kernel/move.hpp>
#include <husk/kernel/reader.hpp>
#include <husk/kernel/recoloured.hpp>
#include <husk/kernel/sight.hpp>
#include <husk/kernel/write_rows.hpp>

#include <memory>
#include <span>

namespace husk {

/// What computes on the way to a target: each kernel joins it as a stage that makes its rows from those of
/// the stage before. Nothing is computed until rows are asked for, and then a row goes through all stages
/// while it is in the cache; only a kernel that must see a whole image makes the chain render one, and that
/// ends a walk. Built on an arena that only counts, a chain counts.
template <class Arch, view From>
    requires std::is_const_v<element_of<From>>
class chain {
public:
    using architecture = Arch;

    chain(From source, content what, arena& memory, std::string* story = nullptr) :
        memory_(memory), source_(source), what_(what), story_(story)
    {
        begin(source_, at_source);
    }

    auto size() const -> extent { return rows_.size; }
    auto channels() const -> int { return rows_.channels; }
    auto what() const -> content { return what_; }
    /// Perhaps only to be counted: then nothing is computed.
    auto memory() -> arena& { return memory_; }
    auto counts() const -> bool { return memory_.counts(); }
    /// How many walks over all pixels have ended.
    auto walks() const -> int { return walks_; }
    /// Of all that has joined so far.
    auto rows() const -> row_source { return rows_; }

    /// The next stage, which makes images of size `size`, row by row (row_source::of).
    template <class Stage>
    void push(Stage const& s, extent size)
    {
        static_assert(std::is_trivially_copyable_v<Stage>, "husk: a stage lives in an arena");
        auto const room = memory_.template take<Stage>(1);
        if (!room.empty()) std::construct_at(room.data(), s);
        rows_ = row_source::of<Arch>(room.data(), s, size, rows_.channels);
        at_ = under_ = nowhere;
    }

    /// A stage whose rows are an image in memory, seen through `s`: the image that look or look_behind
    /// showed.
    template <class Stage>
    void push_seen(Stage const& stage, extent size, sight const& s)
    {
        auto const under = under_;
        push(stage, size);
        under_ = under;
        sight_ = s;
    }
    /// How an image in memory is seen in what has joined so far; null where there is more to it.
    auto seen() const -> sight const* { return under_ == nowhere ? nullptr : &sight_; }
    /// That image, given to visit(view).
    template <class Visit>
    auto look_behind(Visit visit)
    {
        return under_ == at_source ? visit(source_) : visit(rendered_);
    }

    /// A kernel that changes colours; those of labels stay.
    template <class K>
    void recolour(K const& k)
    {
        if (what_ == content::labels) return;
        bool const within = bounded_;
        if constexpr (requires { K::leaves_bounds; }) bounded_ = false;
        auto const before = rows_;
        recolouring<Arch>(before, k, within, [&](auto const& stage) { push(stage, before.size); });
        if constexpr (requires { K::channels_apart; }) detail::carry_levels<Arch>(k, before, rows_, memory_);
    }

    /// For those who ask what a plan does: `k` has its part in the walk that follows.
    template <class K>
    void tell(K const& k)
    {
        if (story_) *story_ += (told_ ? " | " : "") + k.describe();
        told_ = true;
    }

    /// The image as pixels in memory, given to visit(view): the source if nothing has been computed yet,
    /// otherwise rendered now.
    template <class Visit>
    auto look(Visit visit)
    {
        if (at_ == nowhere) render([](row const&, int) {});
        return look_behind(visit);
    }

    /// Writes every row into memory and shows it to see(row, y) while it is in the cache. Ends a walk.
    template <class See>
    void render(See see)
    {
        auto const image = detail::blank<planar<float>>(memory_, rows_.size, rows_.channels);
        if (!counts())
            for (int y = 0; y < rows_.size.height; ++y) {
                row const r{image.row(y, 0), image.plane, image.size.width, image.channels};
                rows_(y, r);
                see(r, y);
            }
        end_walk(image);
    }

    /// Narrows an image in memory down to `box`, if it is one and holds the box; nothing is computed.
    auto crop(rect const& box) -> bool
    {
        if (at_ == nowhere || !box.inside(rows_.size)) return false;
        if (at_ == at_source) begin(source_ = detail::cropped(source_, box), at_source);
        else begin(rendered_ = detail::cropped(rendered_, box), at_rendered);
        return true;
    }

    /// Whether all colours are known to lie in [0, 1], or above by no more than what the weights of a filter
    /// sum to: the source has integers, and nothing has led out.
    auto bounded() const -> bool { return bounded_; }

    /// Shows every row to see(row, y): as it is rendered, or, where the image is in memory, as it is read.
    template <class See>
    void watch(See see)
    {
        if (at_ == nowhere) return render(see);
        auto const r = row::take(memory_, rows_.size.width, rows_.channels);
        for (int y = 0; !counts() && y < rows_.size.height; ++y) rows_(y, r), see(r, y);
        next_walk();
    }

    /// The same with see(pixels, count), if they are three bytes each; otherwise nothing, and false.
    template <class See>
    auto watch_bytes(See see) -> bool
    {
        if (!rows_.template are_bytes<Arch>()) return false;
        auto const all = detail::joined<Arch>(rows_.bytes);
        for (int y = 0; !counts() && y < all.size.height; ++y) see(all.row(y), all.size.width);
        next_walk();
        return true;
    }

    /// A kernel that only moves pixels: elements of the source as they are, later on colours. Ends a walk.
    template <mosaic_kernel K>
    void lay(K const& k)
    {
        look([&](auto const& from) {
            tell(k);
            using V = std::remove_cvref_t<decltype(from)>;
            auto const to = detail::blank_like(from, memory_, k.size(from.size));
            auto scratch = memory_.rest();
            if (counts()) memory_.template take<std::byte>(k.room(from.size, from.channels));
            else move<Arch>(k.template arrange<Arch>(from, scratch), std::span<V const>(&from, 1), to);
            end_walk(to);
        });
    }

    /// The last walk, into `to`.
    template <writable_view To>
    void finish(To const& to)
    {
        auto const r = row::take(memory_, rows_.size.width, rows_.channels);
        if (!counts()) detail::write_rows<Arch>(rows_, r, to);
    }

private:
    enum place { nowhere, at_source, at_rendered };

    template <view V>
    void begin(V const& image, place at)
    {
        rows_.channels = image.channels;
        push(reader<V>{image}, image.size);
        at_ = under_ = at;
        sight_ = {};
    }
    void next_walk()
    {
        ++walks_;
        if (story_) *story_ += ", then ";
        told_ = false;
    }
    void end_walk(planar<float const> image)
    {
        begin(rendered_ = image, at_rendered);
        next_walk();
    }
    void end_walk(From image) requires(!std::same_as<From, planar<float const>>)
    {
        begin(source_ = image, at_source);
        next_walk();
    }

    arena& memory_;
    From source_;
    planar<float const> rendered_;
    row_source rows_;
    content what_;
    place at_ = nowhere, under_ = nowhere; // the image that the rows are; that the rows are a sight of
    sight sight_;
    int walks_ = 0;
    bool bounded_ = std::is_integral_v<element_of<From>>;
    std::string* story_;
    bool told_ = false;
};

} // namespace husk
