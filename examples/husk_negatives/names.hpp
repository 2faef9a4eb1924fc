// SPDX-License-Identifier: MIT
#pragma once
#include <string>
#include <vector>

/// What each picture's negatives are called, before number and extension: the picture's path without its
/// extension, or with it where two would be called the same. No two are.
auto names_for(std::vector<std::string> const& pictures) -> std::vector<std::string>;

/// The file of negative number `view` out of `count`.
auto file_name(std::string const& name, int view, int count, std::string const& extension) -> std::string;
