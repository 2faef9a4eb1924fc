// SPDX-License-Identifier: MIT
#include "progress.hpp"

#include "text.hpp"

#include <unistd.h>

#include <cstdio>
#include <iostream>

using namespace std::chrono_literals;

namespace {

/// "1:02:03", or "2:03" below an hour.
auto hours_of(double seconds) -> std::string
{
    auto const s = static_cast<long>(seconds + .5);
    char digits[32];
    if (s >= 3600) std::snprintf(digits, sizeof digits, "%ld:%02ld:%02ld", s / 3600, s / 60 % 60, s % 60);
    else std::snprintf(digits, sizeof digits, "%ld:%02ld", s / 60, s % 60);
    return digits;
}

} // namespace

progress::progress(std::size_t total) :
    terminal_(isatty(STDERR_FILENO) == 1), pause_(terminal_ ? 100ms : 10s), total_(total)
{
}

void progress::step(int negatives)
{
    std::scoped_lock const lock(mutex_);
    ++done_;
    negatives_ += static_cast<std::size_t>(negatives);
    if (clock::now() - shown_ < pause_) return;
    shown_ = clock::now();
    show();
}

void progress::finish()
{
    std::scoped_lock const lock(mutex_);
    if (terminal_) std::cerr << "\r\x1b[K";
    char rate[32];
    std::snprintf(rate, sizeof rate, "%.1f", static_cast<double>(negatives_) / std::max(seconds(), 1e-9));
    std::cerr << counted(negatives_, "negative") << " made in " << hours_of(seconds()) << ", " << rate
              << " a second\n";
}

auto progress::seconds() const -> double
{
    return std::chrono::duration<double>(clock::now() - begin_).count();
}

auto progress::line() const -> std::string
{
    auto const done = static_cast<double>(done_), total = static_cast<double>(total_);
    char text[160];
    std::snprintf(text, sizeof text, "%zu of %zu pictures (%.0f %%), %.1f negatives/s, %s left", done_,
                  total_, 100 * done / total, static_cast<double>(negatives_) / seconds(),
                  hours_of(seconds() * (total - done) / done).c_str());
    return text;
}

void progress::show()
{
    if (terminal_) std::cerr << "\r" << line() << "\x1b[K" << std::flush;
    else std::cerr << line() << '\n';
}
