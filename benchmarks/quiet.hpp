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
    auto const add = [](__m128i& x) { asm volatile("paddd %0, %0" : "+x"(x)); };
    __m128i chains[8]{};
#else
    auto const add = [](std::uint64_t& x) { asm volatile("" : "+r"(x += 1)); };
    std::uint64_t chains[8]{};
#endif
    auto const begin = clock::now();
    for (int i = 0; i < 20000; ++i)
        for (auto& chain : chains) add(chain);
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
