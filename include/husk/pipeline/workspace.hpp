// SPDX-License-Identifier: MIT
#pragma once
#include <husk/core/arena.hpp>
#include <husk/image/image.hpp>

namespace husk {

/// The memory that running a plan takes. Keep one per thread and hand it to every call: after the first,
/// largest images nothing is allocated any more. It carries nothing from call to call.
class workspace {
public:
    workspace() = default;

    /// At least `bytes`, grown when needed; what an earlier call was given is no longer valid then.
    auto fit(std::size_t bytes) -> arena
    {
        if (bytes > size_) {
            memory_.reset(); // first, so that the two are never held together
            size_ = 0;
            memory_.reset(static_cast<std::byte*>(::operator new(bytes, detail::alignment)));
            size_ = bytes;
        }
        return arena(std::span(memory_.get(), size_));
    }

    /// How much it holds, in bytes.
    auto capacity() const -> std::size_t { return size_; }

private:
    std::unique_ptr<std::byte, detail::aligned_delete> memory_;
    std::size_t size_ = 0;
};

} // namespace husk
