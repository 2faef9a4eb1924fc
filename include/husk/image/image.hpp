// SPDX-License-Identifier: MIT
#pragma once
#include <husk/image/check.hpp>

#include <memory>
#include <new>

namespace husk {

namespace detail {

inline constexpr std::align_val_t alignment{64}; // a cache line, and the widest register

struct aligned_delete {
    void operator()(void* p) const { ::operator delete(p, alignment); }
};

} // namespace detail

/// Owns pixels, without gaps between rows, in one stretch that starts on a cache line. They are zero at
/// first. `image<std::uint8_t>` is packed (HWC); `image<float, planar>` has planes (CHW).
template <element T, template <class> class Layout = packed>
class image {
public:
    using view_type = Layout<T>;
    using const_view_type = Layout<T const>;

    image() = default;

    /// Throws husk::error for a size that is not positive or overflows, and channels other than 1, 3 or 4.
    explicit image(extent size, int channels = 3) : size_(size), channels_(channels)
    {
        detail::require_shape("image", size, channels, sizeof(T));
        pixels_.reset(static_cast<T*>(::operator new(elements() * sizeof(T), detail::alignment)));
        std::uninitialized_value_construct_n(pixels_.get(), elements());
    }

    image(image const& other) : size_(other.size_), channels_(other.channels_)
    {
        if (!other.pixels_) return;
        pixels_.reset(static_cast<T*>(::operator new(elements() * sizeof(T), detail::alignment)));
        std::uninitialized_copy_n(other.pixels_.get(), elements(), pixels_.get());
    }
    image(image&& other) noexcept { swap(other); }
    auto operator=(image other) noexcept -> image&
    {
        swap(other);
        return *this;
    }

    auto size() const -> extent { return size_; }
    auto channels() const -> int { return channels_; }
    /// How many numbers it holds: width x height x channels.
    auto elements() const -> std::size_t
    {
        return static_cast<std::size_t>(size_.area()) * static_cast<std::size_t>(channels_);
    }
    auto data() -> T* { return pixels_.get(); }
    auto data() const -> T const* { return pixels_.get(); }

    auto view() -> view_type { return {pixels_.get(), size_, channels_}; }
    auto view() const -> const_view_type { return {pixels_.get(), size_, channels_}; }
    operator view_type() { return view(); }
    operator const_view_type() const { return view(); }

    /// Same shape, same pixels.
    friend auto operator==(image const& a, image const& b) -> bool
    {
        return a.size_ == b.size_ && a.channels_ == b.channels_ &&
               std::equal(a.data(), a.data() + a.elements(), b.data());
    }

private:
    void swap(image& other) noexcept
    {
        std::swap(pixels_, other.pixels_);
        std::swap(size_, other.size_);
        std::swap(channels_, other.channels_);
    }

    std::unique_ptr<T, detail::aligned_delete> pixels_;
    extent size_;
    int channels_ = 3;
};

} // namespace husk
