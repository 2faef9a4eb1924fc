// SPDX-License-Identifier: MIT
#pragma once
#include <chrono>
#include <cstddef>
#include <mutex>
#include <string>

/// How far the work is, how fast, and how long it will take: one line that is rewritten on a terminal, a new
/// line every ten seconds elsewhere. Several workers may report to it.
class progress {
public:
    explicit progress(std::size_t total);

    /// A picture is done, and `negatives` were made of it.
    void step(int negatives);

    /// Ends the line, and says what was made in how long.
    void finish();

private:
    using clock = std::chrono::steady_clock;

    auto seconds() const -> double;
    auto line() const -> std::string;
    void show();

    bool const terminal_;
    clock::duration const pause_;
    clock::time_point const begin_ = clock::now();
    clock::time_point shown_ = begin_;
    std::size_t const total_;
    std::size_t done_ = 0, negatives_ = 0;
    std::mutex mutex_;
};
