// SPDX-License-Identifier: MIT
#pragma once
#include <husk/image/image.hpp>
#include <husk/kernel/blurred_bytes.hpp>
#include <husk/kernel/chain.hpp>
#include <husk/kernel/grey_shorts.hpp>
#include <husk/kernel/mixed_shorts.hpp>
#include <husk/kernel/saturated_shorts.hpp>
#include <husk/kernel/turned_shorts.hpp>
#include <husk/simd/arch.hpp>

#include <cstdint>
#include <cstring>
#include <string>
#include <vector>

namespace support {

/// The message of the husk::error that `f` throws; empty when it throws none.
template <class F>
auto message_of(F&& f) -> std::string
{
    try {
        f();
    } catch (husk::error const& e) {
        return e.what();
    }
    return {};
}

inline auto contains(std::string const& text, std::string const& part) -> bool
{
    return text.find(part) != std::string::npos;
}

/// How far, in levels, a plan's bytes of bytes may be from its colours before they are rounded: not at all
/// where its rows are colours.
template <class Plan>
auto bytes_within(Plan const& p) -> double
{
    husk::arena count;
    husk::chain<husk::simd::best, husk::packed<std::uint8_t const>> c({nullptr, p.in}, husk::content::colours,
                                                                      count);
    p.join(c);
    if (!c.rows().pull_pixels) return 0;
    auto const story = p.describe();
    if (contains(story, "gaussian_blur{") && !contains(story, "as Pillow does"))
        return husk::blurred_bytes::bytes_within;
    if (contains(story, "hue{")) return husk::detail::turned_shorts::within;
    if (contains(story, "color_matrix{")) return husk::detail::mixed_shorts::within;
    if (contains(story, "saturation{")) return husk::detail::saturated_shorts::within;
    return contains(story, "grayscale{") ? husk::detail::grey_shorts::within : 0;
}

/// A value for each place that tells neighbours apart; for 16 bits and more, all places of small images.
template <class T>
auto value_at(husk::extent size, int channels, int x, int y, int c) -> T
{
    auto const n = static_cast<std::uint32_t>((y * size.width + x) * channels + c);
    if constexpr (sizeof(T) == 1) return static_cast<T>((n * 2654435761u) >> 24);
    else if constexpr (std::same_as<T, float>) return static_cast<float>(n) * .25f - 3.f;
    else return static_cast<T>(n);
}

/// Pixels between guards, with gaps between rows (and planes), to catch whoever writes outside its view.
template <class T, template <class> class Layout = husk::packed>
class guarded {
public:
    explicit guarded(husk::extent size, int channels = 3, int gap = 5) : size_(size), channels_(channels)
    {
        constexpr bool planes = std::same_as<Layout<T>, husk::planar<T>>;
        auto const row = std::ptrdiff_t{size.width} * (planes ? 1 : channels);
        pitch_ = row + gap;
        plane_ = pitch_ * size.height + gap;
        auto const count = planes ? plane_ * channels : pitch_ * size.height;
        buffer_.assign(static_cast<std::size_t>(count) + 2 * margin, guard());
        touched_ = buffer_;
    }

    auto view() -> Layout<T>
    {
        if constexpr (std::same_as<Layout<T>, husk::planar<T>>)
            return {buffer_.data() + margin, size_, channels_, pitch_, plane_};
        else return {buffer_.data() + margin, size_, channels_, pitch_};
    }

    auto fill() -> guarded&
    {
        auto const v = view();
        for (int y = 0; y < size_.height; ++y)
            for (int x = 0; x < size_.width; ++x)
                for (int c = 0; c < channels_; ++c) v(x, y, c) = value_at<T>(size_, channels_, x, y, c);
        return *this;
    }

    /// Whether everything outside the pixels is as it was.
    auto intact() -> bool
    {
        auto copy = buffer_;
        std::swap(copy, buffer_);
        auto const v = view();
        for (int y = 0; y < size_.height; ++y)
            for (int x = 0; x < size_.width; ++x)
                for (int c = 0; c < channels_; ++c) v(x, y, c) = guard();
        std::swap(copy, buffer_);
        return std::memcmp(copy.data(), touched_.data(), copy.size() * sizeof(T)) == 0;
    }

private:
    static constexpr std::size_t margin = 64;
    static auto guard() -> T { return static_cast<T>(77); }

    husk::extent size_;
    int channels_;
    std::ptrdiff_t pitch_, plane_;
    std::vector<T> buffer_, touched_;
};

/// Same bits, NaN included.
template <class T>
auto same_bits(T const& a, T const& b) -> bool
{
    return std::memcmp(&a, &b, sizeof(T)) == 0;
}

/// Whether two views of any layouts hold the same pixels, bit for bit.
template <husk::view A, husk::view B>
auto same_pixels(A const& a, B const& b) -> bool
{
    if (a.size != b.size || a.channels != b.channels) return false;
    for (int y = 0; y < a.size.height; ++y)
        for (int x = 0; x < a.size.width; ++x)
            for (int c = 0; c < a.channels; ++c)
                if (std::memcmp(&a(x, y, c), &b(x, y, c), sizeof(husk::element_of<A>)) != 0) return false;
    return true;
}

template <class T = std::uint8_t>
auto numbered(husk::extent size, int channels = 3) -> husk::image<T>
{
    husk::image<T> i(size, channels);
    auto const v = i.view();
    for (int y = 0; y < size.height; ++y)
        for (int x = 0; x < size.width; ++x)
            for (int c = 0; c < channels; ++c) v(x, y, c) = value_at<T>(size, channels, x, y, c);
    return i;
}

/// FNV-1a over the pixels, row by row: what the golden tests compare.
template <husk::view V>
auto digest(V const& v) -> std::uint64_t
{
    std::uint64_t h = 14695981039346656037u;
    for (int y = 0; y < v.size.height; ++y)
        for (int x = 0; x < v.size.width; ++x)
            for (int c = 0; c < v.channels; ++c) {
                unsigned char bytes[sizeof(husk::element_of<V>)];
                std::memcpy(bytes, &v(x, y, c), sizeof bytes);
                for (auto const b : bytes) h = (h ^ b) * 1099511628211u;
            }
    return h;
}

} // namespace support
