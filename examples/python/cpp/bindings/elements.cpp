// SPDX-License-Identifier: MIT
#include "elements.hpp"

#include "values.hpp"

#include <algorithm>

namespace bindings {
namespace {

constexpr char const* element_names[] = {"uint8", "float32", "float16"};

auto named(std::string const& name) -> std::optional<pixels::element>
{
    auto const found = std::find(std::begin(element_names), std::end(element_names), name);
    if (found == std::end(element_names)) return {};
    return static_cast<pixels::element>(found - std::begin(element_names));
}

} // namespace

auto to_string(pixels::element e) -> std::string { return element_names[static_cast<int>(e)]; }

auto to_string(nb::dlpack::dtype d) -> std::string
{
    using code = nb::dlpack::dtype_code;
    auto const kind = d.code == static_cast<std::uint8_t>(code::UInt)     ? "uint"
                      : d.code == static_cast<std::uint8_t>(code::Int)    ? "int"
                      : d.code == static_cast<std::uint8_t>(code::Float)  ? "float"
                      : d.code == static_cast<std::uint8_t>(code::Bfloat) ? "bfloat"
                      : d.code == static_cast<std::uint8_t>(code::Bool)   ? "bool"
                                                                          : "elements of another kind, ";
    return kind + std::to_string(d.bits);
}

auto element_of(nb::dlpack::dtype d) -> std::optional<pixels::element>
{
    return d.lanes == 1 ? named(to_string(d)) : std::nullopt;
}

auto new_array(pixels::element of, std::vector<std::size_t> const& shape) -> nb::object
{
    nb::list sides;
    for (auto const side : shape) sides.append(side);
    return nb::module_::import_("numpy").attr("empty")(nb::tuple(sides), to_string(of).c_str());
}

auto read_dtype(nb::handle value) -> pixels::element
{
    std::string name = nb::str(value).c_str();
    if (name.starts_with("torch.")) name = name.substr(6);
    else if (!nb::isinstance<nb::str>(value)) {
        auto const dtype =
            nb::steal(PyObject_CallOneArg(nb::module_::import_("numpy").attr("dtype").ptr(), value.ptr()));
        PyErr_Clear();
        if (dtype.is_valid()) name = nb::str(dtype.attr("name")).c_str();
    }
    auto const of = named(name);
    if (!of) bindings::reject("dtype", value, "must be float32, float16 or uint8");
    return *of;
}

} // namespace bindings
