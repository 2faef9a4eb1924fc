// SPDX-License-Identifier: MIT
#pragma once
#include "../pixels/picture.hpp"

#include <nanobind/nanobind.h>
#include <nanobind/ndarray.h>

#include <optional>
#include <string>
#include <vector>

// The elements of arrays: husk's, and by the names that NumPy and torch give them.
namespace bindings {

auto to_string(pixels::element e) -> std::string;
auto to_string(nanobind::dlpack::dtype d) -> std::string;

/// What husk has for it, if anything.
auto element_of(nanobind::dlpack::dtype d) -> std::optional<pixels::element>;

/// float32, float16 or uint8, as NumPy or torch says it.
auto read_dtype(nanobind::handle value) -> pixels::element;

/// A new array of NumPy's, not yet filled.
auto new_array(pixels::element of, std::vector<std::size_t> const& shape) -> nanobind::object;

} // namespace bindings
