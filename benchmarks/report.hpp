// SPDX-License-Identifier: MIT
#pragma once
#include "environment.hpp"
#include "quiet.hpp"

#include <benchmark/benchmark.h>

#include <cstdio>
#include <map>
#include <string>
#include <vector>

namespace bench {

/// The samples of a row; the noisy ones count only when there are no others.
struct result {
    std::string table, name;
    double images = 1;
    std::vector<double> quiet, noisy;

    auto quantile(double q) const -> double
    {
        auto samples = quiet.empty() ? noisy : quiet;
        std::sort(samples.begin(), samples.end());
        return samples[static_cast<std::size_t>(q * static_cast<double>(samples.size() - 1) + 0.5)];
    }
};

/// Prints a table for each table of rows, when all is measured.
class reporter : public benchmark::BenchmarkReporter {
public:
    reporter(double idle, environment here) : idle_(idle), here_(std::move(here)) {}

    auto ReportContext(Context const&) -> bool override
    {
        for (auto const& [name, value] : here_) std::printf("%s: %s\n", name.c_str(), value.c_str());
        std::printf("Medians of samples taken while the core was quiet (its idle loop: %.1f us).\n", idle_);
        return true;
    }

    /// The rows arrive in any order; family_index is where they were registered.
    void ReportRuns(std::vector<Run> const& runs) override
    {
        for (auto const& run : runs) {
            if (run.run_type != Run::RT_Iteration) continue;
            auto const& full = run.run_name.function_name;
            auto const bar = full.find('|');
            auto& r = results_[run.family_index];
            r.table = full.substr(0, bar);
            r.name = full.substr(bar + 1);
            r.images = run.counters.at("images");
            (run.counters.at("quiet") > 0 ? r.quiet : r.noisy)
                .push_back(run.real_accumulated_time / static_cast<double>(run.iterations) * 1e6);
        }
    }

    void Finalize() override
    {
        result const* first = nullptr;
        for (auto const& [index, r] : results_) {
            if (!first || first->table != r.table) {
                first = &r;
                std::printf("\n%-42s %10s %10s %10s %9s %10s %7s\n", r.table.c_str(), "median us", "p10",
                            "p90", r.name.starts_with("memcpy") ? "x memcpy" : "x first", "images/s",
                            "quiet");
            }
            print(r, *first);
        }
    }

private:
    static void print(result const& r, result const& first)
    {
        auto const median = r.quantile(0.5);
        std::printf("  %-40s %10.2f %10.2f %10.2f %9.2f %10.0f %4zu/%zu%s\n", r.name.c_str(), median,
                    r.quantile(0.1), r.quantile(0.9), median / first.quantile(0.5), r.images * 1e6 / median,
                    r.quiet.size(), r.quiet.size() + r.noisy.size(), r.quiet.empty() ? "  NOISY" : "");
    }

    double idle_;
    environment here_;
    std::map<std::int64_t, result> results_;
};

} // namespace bench
