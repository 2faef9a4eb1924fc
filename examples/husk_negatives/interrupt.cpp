// SPDX-License-Identifier: MIT
#include "interrupt.hpp"

#include <atomic>
#include <csignal>
#include <initializer_list>

namespace {

std::atomic<int> arrived{0};
static_assert(std::atomic<int>::is_always_lock_free);

extern "C" void note_signal(int signal)
{
    arrived = signal;
    std::signal(signal, SIG_DFL);
}

} // namespace

void catch_interrupts()
{
    for (int const s : {SIGINT, SIGTERM, SIGHUP})
        if (std::signal(s, note_signal) == SIG_IGN) std::signal(s, SIG_IGN);
}

auto interrupted() -> int { return arrived; }
