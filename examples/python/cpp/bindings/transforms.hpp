// SPDX-License-Identifier: MIT
#pragma once
#include "../pixels/negative.hpp"
#include "../pixels/recipe.hpp"

#include <nanobind/nanobind.h>

// husk's transforms from the dataclasses of Python that describe them, and back.
namespace bindings {

/// A sequence of the classes of husk.transforms.
auto read_recipe(nanobind::handle steps, char const* name) -> pixels::recipe;
auto write_recipe(pixels::recipe const& r) -> nanobind::list;

/// One of the classes of husk.negatives.
auto read_negative(nanobind::handle value) -> pixels::negative;

/// An object of every class as C++ has it by default.
auto defaults() -> nanobind::object;

} // namespace bindings
