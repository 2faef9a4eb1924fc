// SPDX-License-Identifier: MIT
#include "crew.hpp"

#include <husk/pipeline/threads.hpp>

#include <vector>

namespace pixels {

struct crew::team {
    explicit team(int count) : threads(count) {}
    husk::threads threads;
};

crew::crew(int threads)
{
    husk::detail::require(threads >= 0 && threads <= 4096, "threads", threads, "must lie in [0, 4096]");
    if (threads != 1) team_ = std::make_unique<team>(threads);
    if (team_) workers_ = team_->threads.workers();
    thread_local std::vector<husk::workspace> memories;
    if (memories.size() < static_cast<std::size_t>(workers_))
        memories.resize(static_cast<std::size_t>(workers_));
    memories_ = memories;
}

crew::~crew() = default;

void crew::run(int n, void (*call)(void const*, int, int), void const* item_of)
{
    if (team_) return team_->threads.bulk(n, [&](int i, int worker) { call(item_of, i, worker); });
    for (int i = 0; i < n; ++i) call(item_of, i, 0);
}

} // namespace pixels
