// SPDX-License-Identifier: MIT
#pragma once
#include <nanobind/nanobind.h>

// The classes of the module, which the Python package wraps: one for each kind of job.
namespace bindings {

void define_contrastive(nanobind::module_& m);
void define_crops(nanobind::module_& m);
void define_negative(nanobind::module_& m);
void define_presets(nanobind::module_& m);

} // namespace bindings
