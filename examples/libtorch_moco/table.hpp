// SPDX-License-Identifier: MIT
#pragma once
#include <husk/core/error.hpp>

#include <filesystem>
#include <fstream>
#include <initializer_list>
#include <vector>

/// A CSV file that is written row by row, so that what was measured is there when the program is stopped.
class table {
public:
    /// Keeps the first `rows` rows of a table that is there already.
    table(std::filesystem::path const& file, std::initializer_list<char const*> columns, int rows = 0)
    {
        std::vector<std::string> kept;
        std::ifstream old(file);
        std::string line;
        std::getline(old, line);
        while (static_cast<int>(kept.size()) < rows && std::getline(old, line)) kept.push_back(line);
        old.close();
        file_.exceptions(std::ios::failbit | std::ios::badbit);
        file_.open(file);
        auto const* between = "";
        for (auto const* name : columns) file_ << between << name, between = ",";
        file_ << '\n';
        for (auto const& row : kept) file_ << row << '\n';
        file_.flush();
    }

    template <class... Values>
    void add(Values const&... values)
    {
        auto const* between = "";
        ((file_ << between << husk::detail::text(values), between = ","), ...);
        file_ << std::endl;
    }

private:
    std::ofstream file_;
};
