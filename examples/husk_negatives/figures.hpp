// SPDX-License-Identifier: MIT
#pragma once
#include <husk/measure/report.hpp>

#include <iosfwd>
#include <map>
#include <mutex>

/// Collects the figures of all negatives that were made; several workers may add to it.
class figures {
public:
    void add(std::string const& file, husk::report const& r);

    /// The average of each figure, by its name.
    void print_averages(std::ostream& out) const;

    /// One line for each negative, columns separated by tabs, in the order of their names. Throws husk::error
    /// when the file cannot be written.
    void write_table(std::string const& path) const;

private:
    std::mutex mutex_;
    std::map<std::string, husk::report> all_; // sorted, so that averages do not depend on the threads
};
