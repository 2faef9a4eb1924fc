// SPDX-License-Identifier: MIT
#include "allocations.hpp"

#include <atomic>
#include <cstdlib>
#include <new>

// In a unit of its own, so that no compiler sees through new and delete and thinks them mismatched.

namespace {

std::atomic<std::size_t> count = 0;

auto counted(std::size_t n, std::size_t alignment) -> void*
{
    ++count;
    auto const rounded = (n + alignment - 1) / alignment * alignment;
    if (void* const p = std::aligned_alloc(alignment, rounded == 0 ? alignment : rounded)) return p;
    throw std::bad_alloc();
}

} // namespace

auto support::allocations() -> std::size_t { return count; }

auto operator new(std::size_t n) -> void* { return counted(n, alignof(std::max_align_t)); }
auto operator new(std::size_t n, std::align_val_t a) -> void*
{
    return counted(n, static_cast<std::size_t>(a));
}
auto operator new(std::size_t n, std::nothrow_t const&) noexcept -> void*
{
    try {
        return counted(n, alignof(std::max_align_t));
    } catch (std::bad_alloc const&) {
        return nullptr;
    }
}
void operator delete(void* p) noexcept { std::free(p); }
void operator delete(void* p, std::size_t) noexcept { std::free(p); }
void operator delete(void* p, std::align_val_t) noexcept { std::free(p); }
void operator delete(void* p, std::size_t, std::align_val_t) noexcept { std::free(p); }
