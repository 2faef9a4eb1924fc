// SPDX-License-Identifier: MIT
#pragma once
#include <algorithm>
#include <chrono>
#include <cstdint>

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

/// Keeps this thread on the core where it runs now, so that all samples come from one.
inline void pin_thread()
{
#if defined(__linux__)
    cpu_set_t here;
    CPU_ZERO(&here);
    CPU_SET(static_cast<std::size_t>(std::max(0, sched_getcpu())), &here);
    sched_setaffinity(0, sizeof here, &here);
#endif
}

/// Microseconds for additions in 8 independent chains, as many as the core can issue. They take about twice
/// as long while a neighbour computes on the other hyperthread of the core, or the host takes the core away.
/// Never inlined, lest it be compiled twice, and differently.
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

/// Tells whether the machine left this thread alone. Its idle speed is the best that it ever saw.
class quiet_gate {
public:
    quiet_gate()
    {
        for (int i = 0; i < 500; ++i) probe();
    }

    /// One throughput loop: did it run at idle speed?
    auto probe() -> bool
    {
        auto const time = throughput_loop();
        idle_ = std::min(idle_, time);
        return time < idle_ * slack;
    }

    /// Microseconds of the loop on an idle core.
    auto idle() const -> double { return idle_; }

private:
    static constexpr double slack = 1.15;
    double idle_ = 1e30;
};

} // namespace bench
