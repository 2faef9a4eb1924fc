// SPDX-License-Identifier: MIT
#pragma once
#include <husk/pipeline/execute.hpp>

#include <array>
#include <iterator>

namespace husk {

/// Where several results go: a span, a vector, an array of views that may be written to (or of images); or
/// one of them alone, when there is one result.
template <class R>
concept slots = writable_pixels<R> || requires(R& r)
{
    {
        std::size(r)
        } -> std::convertible_to<std::size_t>;
    requires writable_pixels<std::remove_reference_t<decltype(*std::data(r))>>;
};

namespace detail {

/// Slots side by side, each as a view.
template <writable_pixels P>
struct slot_span {
    P* first;
    std::size_t count;

    auto size() const -> std::size_t { return count; }
    auto operator[](std::size_t i) const { return view_of(first[i]); }
    auto part(std::size_t from, std::size_t n) const -> slot_span { return {first + from, n}; }
};

template <slots R>
auto slots_of(R& r)
{
    if constexpr (writable_pixels<R>) return slot_span<R>{&r, 1};
    else return slot_span<std::remove_reference_t<decltype(*std::data(r))>>{std::data(r), std::size(r)};
}

/// The name of a slot in messages, "negatives[3]", without allocating.
class slot_name {
public:
    slot_name(std::string_view range, std::size_t i)
    {
        std::snprintf(name_.data(), name_.size(), "%.*s[%zu]", static_cast<int>(range.size()), range.data(),
                      i);
    }
    operator std::string_view() const { return name_.data(); }

private:
    std::array<char, 48> name_;
};

} // namespace detail
} // namespace husk
