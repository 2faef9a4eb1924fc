// SPDX-License-Identifier: MIT
#include "figures.hpp"

#include "text.hpp"

#include <husk/io/atomic_file.hpp>

#include <array>
#include <cmath>
#include <iomanip>
#include <ostream>
#include <sstream>

namespace {

struct column {
    char const* name;
    char const* meaning;
    double (*value)(husk::report const&);
};

using husk::report;

constexpr std::array columns{
    column{"swd", "sliced Wasserstein distance to the exemplars",
           [](report const& r) { return r.sliced_wasserstein; }},
    column{"psd_db", "distance of power spectra, decibels", [](report const& r) { return r.power_spectrum; }},
    column{"repetition", "repeated motifs, beyond the exemplars'",
           [](report const& r) { return r.repetition; }},
    column{"layout", "correlation with the picture's layout", [](report const& r) { return r.layout; }},
    column{"seam_ratio", "contrast across seams / elsewhere", [](report const& r) { return r.seam_ratio; }},
    column{"used", "share of the exemplars' pixels in use", [](report const& r) { return r.exemplars.used; }},
    column{"largest_reuse", "most often used pixel, times",
           [](report const& r) { return static_cast<double>(r.exemplars.largest_reuse); }},
    column{"coherent", "share of neighbours that were neighbours",
           [](report const& r) { return r.copied.coherent; }},
    column{"largest_piece", "largest piece copied, share of the negative",
           [](report const& r) { return r.copied.largest_component; }}};

} // namespace

void figures::add(std::string const& file, husk::report const& r)
{
    std::scoped_lock const lock(mutex_);
    all_.insert_or_assign(file, r);
}

void figures::print_averages(std::ostream& out) const
{
    out << "Averages over " << counted(all_.size(), "negative") << " that could be measured:\n";
    for (auto const& c : columns) {
        double sum = 0;
        std::size_t n = 0;
        for (auto const& [file, r] : all_)
            if (auto const v = c.value(r); std::isfinite(v)) sum += v, ++n;
        out << "  " << std::left << std::setw(14) << c.name << std::right << std::setw(10) << std::fixed
            << std::setprecision(3) << (n > 0 ? sum / static_cast<double>(n) : NAN) << "  " << c.meaning
            << '\n';
    }
}

void figures::write_table(std::string const& path) const
{
    std::ostringstream table;
    table << "file";
    for (auto const& c : columns) table << '\t' << c.name;
    table << '\n';
    for (auto const& [file, r] : all_) {
        table << printable(file);
        for (auto const& c : columns) table << '\t' << c.value(r);
        table << '\n';
    }
    auto const text = table.str();
    husk::atomic_file file(path);
    file.write(std::as_bytes(std::span(text)));
    file.commit();
}
