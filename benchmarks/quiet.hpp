// SPDX-License-Identifier: MIT
#pragma once
#include <algorithm>
#include <chrono>
#include <cstdint>
#include <vector>

#if defined(__linux__)
    #include <sched.h>
#endif
#if defined(__SSE2__)
    #include <emmintrin.h>
#endif

namespace bench {

using clock = std::chrono::steady_clock;

inline auto microseconds_since(clock::time_point begin) -> double
{
    return std::chrono::duration<double, std::micro>(clock::now() - begin).count();
}

#if defined(__linux__)
/// Where this process may run, as it was at first.
inline auto cores() -> cpu_set_t const&
{
    static cpu_set_t const all = [] {
        cpu_set_t set;
        CPU_ZERO(&set);
        sched_getaffinity(0, sizeof set, &set);
        return set;
    }();
    return all;
}
#endif

/// Keeps this thread on the core where it runs now, so that all samples come from one.
inline void pin_thread()
{
#if defined(__linux__)
    cores();
    cpu_set_t here;
    CPU_ZERO(&here);
    CPU_SET(static_cast<std::size_t>(std::max(0, sched_getcpu())), &here);
    sched_setaffinity(0, sizeof here, &here);
#endif
}

/// While it lives, this thread is not kept there, nor are threads that it makes, ever.
class unpinned {
public:
    unpinned()
    {
#if defined(__linux__)
        sched_getaffinity(0, sizeof before_, &before_);
        sched_setaffinity(0, sizeof cores(), &cores());
#endif
    }
    unpinned(unpinned const&) = delete;
    auto operator=(unpinned const&) -> unpinned& = delete;
    ~unpinned()
    {
#if defined(__linux__)
        sched_setaffinity(0, sizeof before_, &before_);
#endif
    }

private:
#if defined(__linux__)
    cpu_set_t before_;
#endif
};

/// Microseconds for additions in 8 independent chains, as many as the core can issue. They take about twice
/// as long while a neighbour computes on the other hyperthread of the core, or the host takes the core away.
/// Never inlined: where it is, it is other code, of another speed.
[[gnu::noinline]] inline auto throughput_loop() -> double
{
#if defined(__SSE2__)
    __m128i a{}, b{}, c{}, d{}, e{}, f{}, g{}, h{};
#else
    std::uint64_t a{}, b{}, c{}, d{}, e{}, f{}, g{}, h{};
#endif
    auto const begin = clock::now();
    for (int i = 0; i < 20000; ++i) {
#if defined(__SSE2__)
        asm volatile("paddd %0, %0; paddd %1, %1; paddd %2, %2; paddd %3, %3;"
                     "paddd %4, %4; paddd %5, %5; paddd %6, %6; paddd %7, %7"
                     : "+x"(a), "+x"(b), "+x"(c), "+x"(d), "+x"(e), "+x"(f), "+x"(g), "+x"(h));
#else
        a += 1, b += 1, c += 1, d += 1, e += 1, f += 1, g += 1, h += 1;
        asm volatile("" : "+r"(a), "+r"(b), "+r"(c), "+r"(d), "+r"(e), "+r"(f), "+r"(g), "+r"(h));
#endif
    }
    return microseconds_since(begin);
}

/// Tells whether the machine left this thread alone. Its idle speed is the best that it ever kept up: a clock
/// that jumps makes single loops look too fast, and no other loop would ever be as fast as those.
class quiet_gate {
public:
    quiet_gate()
    {
        for (std::size_t i = 0; i < many; ++i) probe();
    }

    /// One throughput loop: did it run at idle speed?
    auto probe() -> bool
    {
        auto const time = throughput_loop();
        recent_.push_back(time);
        if (recent_.size() == many) {
            std::nth_element(recent_.begin(), recent_.begin() + few, recent_.end());
            idle_ = std::min(idle_, recent_[few]);
            recent_.clear();
        }
        return time < idle_ * slack;
    }

    /// Microseconds of the loop on an idle core.
    auto idle() const -> double { return idle_; }

private:
    static constexpr std::size_t many = 500, few = 10;
    static constexpr double slack = 1.15;
    std::vector<double> recent_;
    double idle_ = 1e30;
};

} // namespace bench
