// SPDX-License-Identifier: MIT
#pragma once
#include <husk/pipeline/executor.hpp>
#include <husk/pipeline/workspace.hpp>

#include <memory>
#include <span>

namespace pixels {

/// Who does the work: this thread, or a team that lives as long as the crew. No thread outlives a call, so
/// that a process can be forked at any time, as loaders do. Memory is the calling thread's and stays.
class crew {
public:
    /// `threads` from 1; 0: as many as the machine runs at once.
    explicit crew(int threads);
    ~crew();
    crew(crew const&) = delete;
    auto operator=(crew const&) -> crew& = delete;

    auto workers() const -> int { return workers_; }
    auto memories() const -> std::span<husk::workspace> { return memories_; }

    template <class F>
    void bulk(int n, F&& f)
    {
        auto const call = [](void const* item_of, int item, int worker) {
            (*static_cast<std::remove_reference_t<F> const*>(item_of))(item, worker);
        };
        run(n, call, &f);
    }

private:
    struct team;

    void run(int n, void (*call)(void const*, int, int), void const* item_of);

    std::unique_ptr<team> team_;
    int workers_ = 1;
    std::span<husk::workspace> memories_;
};

static_assert(husk::executor<crew>);

} // namespace pixels
