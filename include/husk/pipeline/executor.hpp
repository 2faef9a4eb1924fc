// SPDX-License-Identifier: MIT
#pragma once
#include <concepts>

namespace husk {

/// Something that runs many items: bulk(n, f) calls f(item, worker) once for every item in 0..n-1 and returns
/// when all are done; worker is below workers(), and a worker does one item at a time. husk starts no thread
/// unasked: any type of yours with these two members will do, to run on threads that you have already.
template <class E>
concept executor = requires(E& e, int n, void (*f)(int, int))
{
    {
        e.workers()
        } -> std::convertible_to<int>;
    e.bulk(n, f);
};

/// One item after the other, in the calling thread.
struct sequential {
    static constexpr auto workers() -> int { return 1; }

    template <class F>
    void bulk(int n, F&& f) const
    {
        for (int i = 0; i < n; ++i) f(i, 0);
    }
};

static_assert(executor<sequential>);

} // namespace husk
