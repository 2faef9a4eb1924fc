// SPDX-License-Identifier: MIT
// Google Benchmark runs, repeats, interleaves and filters the rows; each repetition is one sample, timed by
// hand and taken only while the machine is quiet; report.hpp prints what is left.
#include "environment.hpp"
#include "report.hpp"
#include "rows.hpp"

#include <memory>
#include <string_view>

namespace bench {
namespace {

constexpr double sample_microseconds = 1000;    // long against the clock, short against a neighbour's bursts
constexpr double patience_microseconds = 200e3; // for a quiet sample; then a noisy one is taken

auto gate() -> quiet_gate&
{
    static quiet_gate g;
    return g;
}

/// A row while it is measured.
struct runner {
    row of;
    work run;
    std::uint64_t calls = 0;
    std::uint64_t calls_a_sample = 0;

    auto time(std::uint64_t n) -> double
    {
        auto const begin = clock::now();
        for (std::uint64_t i = 0; i < n; ++i) run(calls++);
        return microseconds_since(begin) / static_cast<double>(n);
    }

    void set_up()
    {
        run = of.make();
        auto fastest = time(1);
        for (auto const begin = clock::now(); microseconds_since(begin) < 20e3;)
            fastest = std::min(fastest, time(1));
        calls_a_sample = static_cast<std::uint64_t>(sample_microseconds / std::max(fastest, 0.01)) + 1;
    }
};

/// One sample: quiet before and after, or the last one after too long a wait.
void sample(benchmark::State& state, runner& r)
{
    if (!r.run) r.set_up();
    double time = 0;
    bool quiet = false;
    auto const begin = clock::now();
    for (auto _ : state) {
        r.time(r.calls_a_sample / 4 + 1); // the caches belong to another row
        do {
            auto const before = gate().probe();
            time = r.time(r.calls_a_sample);
            quiet = gate().probe() && before;
        } while (!quiet && microseconds_since(begin) < patience_microseconds);
        state.SetIterationTime(time * 1e-6);
    }
    state.counters["quiet"] = quiet ? 1 : 0;
    state.counters["images"] = r.of.images;
}

} // namespace

table::table(std::string const& name, std::vector<row> const& rows)
{
    for (auto const& r : rows) {
        auto const measured = std::make_shared<runner>(runner{r, nullptr});
        benchmark::RegisterBenchmark((name + "|" + r.name).c_str(),
                                     [measured](benchmark::State& state) { sample(state, *measured); })
            ->Iterations(1)
            ->UseManualTime();
    }
}

} // namespace bench

auto main(int count, char** arguments) -> int
{
    // Flags that come later win, so that ours are only defaults.
    std::vector<std::string> words{arguments[0], "--benchmark_enable_random_interleaving=true"};
    bool quick = false;
    for (int i = 1; i < count; ++i)
        if (std::string_view(arguments[i]) == "--quick") quick = true;
    words.push_back(quick ? "--benchmark_repetitions=3" : "--benchmark_repetitions=31");
    for (int i = 1; i < count; ++i)
        if (std::string_view(arguments[i]) != "--quick") words.emplace_back(arguments[i]);

    std::vector<char*> flags;
    for (auto& w : words) flags.push_back(w.data());
    auto flag_count = static_cast<int>(flags.size());
    benchmark::Initialize(&flag_count, flags.data());
    if (benchmark::ReportUnrecognizedArguments(flag_count, flags.data())) return 1;

    auto const here = bench::this_environment();
    for (auto const& [name, value] : here) benchmark::AddCustomContext(name, value);
#ifdef HUSK_OPENCV
    benchmark::AddCustomContext("OpenCV", HUSK_OPENCV);
#endif
    bench::pin_thread();
    bench::reporter table(bench::gate().idle(), here);
    return benchmark::RunSpecifiedBenchmarks(&table) > 0 ? 0 : 1;
}
