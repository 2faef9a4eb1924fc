// SPDX-License-Identifier: MIT
#include "../pixels/dispatch.hpp"
#include "samplers.hpp"
#include "transforms.hpp"

#include <husk/core/error.hpp>
#include <husk/core/version.hpp>

NB_MODULE(_husk, m)
{
    m.doc() = "What runs husk for the Python package of that name.";
    // What a process holds as it ends is not looked for: spawned workers end with a data set in hand.
    nanobind::set_leak_warnings(false);
    nanobind::exception<husk::error>(m, "Error", PyExc_ValueError);
    bindings::define_contrastive(m);
    bindings::define_crops(m);
    bindings::define_negative(m);
    bindings::define_presets(m);
    m.def(
        "instruction_set", [] { return nanobind::str(to_string(pixels::chosen_isa()).c_str()); },
        "What pixels are computed with here: the best that the machine has, up to HUSK_ISA in the "
        "environment.");
    m.def("defaults", &bindings::defaults, "Every transform as C++ has it by default.");
}
