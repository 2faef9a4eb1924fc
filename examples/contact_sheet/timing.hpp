// SPDX-License-Identifier: MIT
#pragma once
#include <algorithm>
#include <chrono>
#include <vector>

inline auto median(std::vector<double> values) -> double
{
    auto const middle = values.begin() + std::ssize(values) / 2;
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

/// Seconds that f(i) takes, i = 0, 1, ...: the median of many samples, each of as many calls as last a
/// millisecond. Takes a tenth of a second in all, unless f is slower than that.
template <class F>
auto seconds_of(F&& f) -> double
{
    using clock = std::chrono::steady_clock;
    unsigned i = 0;
    auto const timed = [&](int calls) {
        auto const begin = clock::now();
        for (int n = 0; n < calls; ++n) f(i++);
        return std::chrono::duration<double>(clock::now() - begin).count();
    };
    f(i++); // the first call takes memory
    int const calls = std::clamp(static_cast<int>(1e-3 / timed(1)), 1, 1000);
    std::vector<double> samples;
    for (double total = 0; total < .1; total += samples.back() * calls)
        samples.push_back(timed(calls) / calls);
    return median(std::move(samples));
}
