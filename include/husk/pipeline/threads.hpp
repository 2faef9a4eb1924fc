// SPDX-License-Identifier: MIT
#pragma once
#include <husk/core/error.hpp>
#include <husk/pipeline/executor.hpp>

#include <condition_variable>
#include <exception>
#include <functional>
#include <limits>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

namespace husk {

/// A team of threads that lives as long as the object and sleeps between calls. Items are handed out one by
/// one, so that slow ones do not hold up the rest. An exception from an item lets the others finish; then the
/// one of the lowest item is thrown on, whatever the number of threads. One bulk at a time: calls from
/// several threads queue up, and a call from inside an item would wait for itself forever.
class threads {
public:
    /// `count` from 1 to 4096; 0 takes as many as the machine runs at once.
    explicit threads(int count = 0)
    {
        detail::require(count >= 0 && count <= 4096, "threads.count", count, "must lie in [0, 4096]");
        auto const machine = static_cast<int>(std::thread::hardware_concurrency());
        auto const team = count > 0 ? count : machine > 0 ? machine : 1;
        team_.reserve(static_cast<std::size_t>(team));
        for (int w = 0; w < team; ++w) team_.emplace_back([this, w](std::stop_token stop) { work(w, stop); });
    }
    threads(threads const&) = delete;
    auto operator=(threads const&) -> threads& = delete;

    auto workers() const -> int { return static_cast<int>(team_.size()); }

    /// Allocates nothing.
    template <class F>
    void bulk(int n, F&& f)
    {
        if (n <= 0) return;
        std::scoped_lock const one_at_a_time(entrance_);
        std::unique_lock lock(state_);
        job_ = {[](void const* item_of, int item, int worker) {
                    (*static_cast<std::remove_reference_t<F> const*>(item_of))(item, worker);
                },
                &f, n};
        next_ = 0;
        busy_ = 0;
        failed_item_ = std::numeric_limits<int>::max();
        failure_ = nullptr;
        wake_.notify_all();
        done_.wait(lock, [&] { return next_ == job_.items && busy_ == 0; });
        job_ = {};
        if (auto const failure = std::exchange(failure_, nullptr)) std::rethrow_exception(failure);
    }

private:
    struct job {
        void (*call)(void const*, int, int) = nullptr;
        void const* item_of = nullptr;
        int items = 0;
    };

    static auto failure_of(job const& todo, int item, int worker) -> std::exception_ptr
    {
#if defined(__cpp_exceptions)
        try {
            todo.call(todo.item_of, item, worker);
        } catch (...) {
            return std::current_exception();
        }
#else
        todo.call(todo.item_of, item, worker);
#endif
        return nullptr;
    }

    void work(int worker, std::stop_token stop)
    {
        std::unique_lock lock(state_);
        while (wake_.wait(lock, stop, [&] { return next_ < job_.items; })) {
            int const item = next_++;
            ++busy_;
            auto const todo = job_;
            lock.unlock();
            auto const failure = failure_of(todo, item, worker);
            lock.lock();
            if (failure && item < failed_item_) failed_item_ = item, failure_ = failure;
            if (--busy_ == 0 && next_ == job_.items) done_.notify_one();
        }
    }

    std::mutex entrance_, state_;
    std::condition_variable_any wake_;
    std::condition_variable done_;
    job job_;
    int next_ = 0, busy_ = 0, failed_item_ = 0;
    std::exception_ptr failure_;
    std::vector<std::jthread> team_; // last: its threads stop before the rest goes
};

static_assert(executor<threads>);

} // namespace husk
