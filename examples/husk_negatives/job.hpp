// SPDX-License-Identifier: MIT
#pragma once
#include "failures.hpp"
#include "figures.hpp"
#include "options.hpp"
#include "output_tree.hpp"

/// One picture and the negatives of it that are still to be made.
struct job {
    std::string picture; ///< path inside the input folder
    std::string name;    ///< what its negatives are called, without number and extension
    std::vector<int> views;
};

/// What is to be done: the pictures of our shard, without what is finished if we resume.
auto jobs_for(options const& o, std::vector<std::string> const& pictures, output_tree& output,
              failures& failed) -> std::vector<job>;

/// The files of these jobs.
auto files_of(options const& o, std::vector<job> const& jobs) -> std::vector<std::string>;

/// Does all jobs on the threads that the options ask for, until done or interrupted. Returns how many
/// pictures were not begun.
auto do_all(options const& o, std::vector<job> const& jobs, output_tree& output, failures& failed,
            figures& measured) -> std::size_t;
