// SPDX-License-Identifier: MIT
#pragma once
#include <husk/adapters/number_type.hpp>
#include <husk/core/error.hpp>

#include <array>
#include <span>

namespace husk {

namespace detail {

inline auto list_of(std::span<std::int64_t const> numbers) -> std::string
{
    std::string list = "[";
    for (auto const n : numbers) list += (list.size() > 1 ? ", " : "") + std::to_string(n);
    return list + "]";
}

} // namespace detail

/// An array that somebody else owns, as its library describes it at run time. Nothing is believed yet:
/// packed_view, planar_view and their slots check it. Adapters make one; so may you, for a library of your
/// own.
class strided {
public:
    static constexpr std::size_t most_axes = 4;

    struct options {
        /// What the dimensions are, in order: H and W, C if pixels have channels, N if there are many images;
        /// "HWC", "NCHW". Empty: as the view that is asked for stores them, HWC or CHW, with N before.
        std::string_view axes = {};
        bool read_only = false;
        std::string_view name = {}; ///< what messages call it; empty: the adapter chooses
    };

    /// Strides are in elements; none at all mean an array without gaps. Throws husk::error for other than 2
    /// to 4 dimensions.
    strided(void const* data, number_type element, std::span<std::int64_t const> shape,
            std::span<std::int64_t const> strides, options const& o) :
        data_(data),
        element_(element), rank_(shape.size()), options_(o)
    {
        if (o.name.empty()) options_.name = "array";
        auto const what = [&] { return to_string(element) + " of shape " + detail::list_of(shape); };
        if (rank_ < 2 || rank_ > most_axes) detail::reject(name(), what(), "must have 2 to 4 dimensions");
        if (!strides.empty() && strides.size() != rank_)
            detail::reject(name(), what(), "must have a stride for each dimension, not ",
                           detail::list_of(strides));
        for (std::size_t i = 0; i < rank_; ++i) shape_[i] = shape[i];
        if (strides.empty()) make_compact();
        else
            for (std::size_t i = 0; i < rank_; ++i) strides_[i] = strides[i];
    }

    auto data() const -> void const* { return data_; }
    auto element() const -> number_type { return element_; }
    auto rank() const -> std::size_t { return rank_; }
    auto shape() const -> std::span<std::int64_t const> { return {shape_.data(), rank_}; }
    auto strides() const -> std::span<std::int64_t const> { return {strides_.data(), rank_}; }
    auto axes() const -> std::string_view { return options_.axes; }
    auto read_only() const -> bool { return options_.read_only; }
    auto name() const -> std::string_view { return options_.name; }

    /// The same array, with dimensions that are `axes`.
    auto as(std::string_view axes) const -> strided
    {
        auto same = *this;
        same.options_.axes = axes;
        return same;
    }

    friend auto to_string(strided const& a) -> std::string
    {
        return to_string(a.element_) + " of shape " + detail::list_of(a.shape()) +
               (a.axes().empty() ? "" : " (" + std::string(a.axes()) + ")") + " and strides " +
               detail::list_of(a.strides()) + (a.read_only() ? ", read-only" : "");
    }

private:
    void make_compact()
    {
        std::uint64_t step = 1; // wraps for shapes that no memory holds, which are refused with their shape
        for (auto i = rank_; i-- > 0; step *= static_cast<std::uint64_t>(shape_[i]))
            strides_[i] = static_cast<std::int64_t>(step);
    }

    void const* data_;
    number_type element_;
    std::size_t rank_;
    std::array<std::int64_t, most_axes> shape_{}, strides_{};
    options options_;
};

} // namespace husk
