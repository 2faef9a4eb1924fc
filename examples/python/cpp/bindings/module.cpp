// SPDX-License-Identifier: MIT
#include "samplers.hpp"
#include "transforms.hpp"

#include <husk/core/error.hpp>
#include <husk/core/version.hpp>

NB_MODULE(_husk, m)
{
    m.doc() = "What runs husk for the Python package of that name.";
    nanobind::exception<husk::error>(m, "Error", PyExc_ValueError);
    bindings::define_contrastive(m);
    bindings::define_crops(m);
    bindings::define_negative(m);
    bindings::define_presets(m);
    m.def("defaults", &bindings::defaults, "Every transform as C++ has it by default.");
}
