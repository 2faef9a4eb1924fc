// SPDX-License-Identifier: MIT
#pragma once
#include "text.hpp"

#include <algorithm>
#include <iostream>
#include <mutex>
#include <vector>

/// What could not be done, and why; several workers may add to it.
class failures {
public:
    void add(std::string path, std::string why)
    {
        std::scoped_lock const lock(mutex_);
        all_.push_back({std::move(path), std::move(why)});
    }

    auto count() const -> std::size_t { return all_.size(); }

    /// One line each, in the order of their paths.
    void print(std::ostream& out)
    {
        std::sort(all_.begin(), all_.end(), [](auto const& a, auto const& b) { return a.path < b.path; });
        for (auto const& f : all_) out << "  " << printable(f.path) << ": " << printable(f.why) << '\n';
    }

private:
    struct failure {
        std::string path, why;
    };

    std::mutex mutex_;
    std::vector<failure> all_;
};
