// SPDX-License-Identifier: MIT
#include "values.hpp"

#include <charconv>

namespace bindings {

auto shown(nb::handle value) -> std::string
{
    std::string text = nb::repr(value).c_str();
    constexpr std::size_t most = 80;
    return text.size() <= most ? text : text.substr(0, most) + "...";
}

void reject(std::string const& name, nb::handle value, std::string const& rule)
{
    husk::detail::reject(name, shown(value), rule);
}

namespace {

/// The value of a call to Python that may fail.
auto found(PyObject* result) -> nb::object
{
    if (!result) PyErr_Clear();
    return nb::steal(result);
}

auto number(nb::handle value, std::string const& name) -> float
{
    auto const n = found(PyNumber_Float(value.ptr()));
    if (!n.is_valid() || PyUnicode_Check(value.ptr())) reject(name, value, "must be a number");
    return static_cast<float>(PyFloat_AsDouble(n.ptr()));
}

auto is_sequence(nb::handle value) -> bool
{
    return PySequence_Check(value.ptr()) && !PyUnicode_Check(value.ptr());
}

/// The elements of a sequence of `count`.
auto several(nb::handle value, std::string const& name, Py_ssize_t count, char const* rule) -> nb::object
{
    auto const all = is_sequence(value) ? found(PySequence_Tuple(value.ptr())) : nb::object();
    if (!all.is_valid() || PyTuple_GET_SIZE(all.ptr()) != count) reject(name, value, rule);
    return all;
}

template <class T>
void read_interval(nb::handle value, std::string const& name, husk::interval<T>& to)
{
    if (!is_sequence(value)) {
        read(value, name, to.low);
        to.high = to.low;
        return;
    }
    auto const ends = several(value, name, 2, "must be a number or (low, high)");
    read(ends[0], name, to.low);
    read(ends[1], name, to.high);
}

} // namespace

auto whole_number(nb::handle value, std::string const& name, std::uint64_t most) -> std::uint64_t
{
    auto const n = found(PyNumber_Index(value.ptr()));
    if (!n.is_valid()) reject(name, value, "must be a whole number");
    auto const v = PyLong_AsUnsignedLongLong(n.ptr());
    bool const fits = !PyErr_Occurred() && v <= most;
    PyErr_Clear();
    if (!fits) reject(name, value, "must lie in [0, " + std::to_string(most) + "]");
    return v;
}

void read(nb::handle value, std::string const& name, bool& to)
{
    auto const truth = PyObject_IsTrue(value.ptr());
    if (truth < 0 || is_sequence(value) || PyUnicode_Check(value.ptr())) {
        PyErr_Clear();
        reject(name, value, "must be True or False");
    }
    to = truth == 1;
}

void read(nb::handle value, std::string const& name, int& to)
{
    auto const n = found(PyNumber_Index(value.ptr()));
    if (!n.is_valid()) reject(name, value, "must be a whole number");
    auto const v = PyLong_AsLongLong(n.ptr());
    bool const fits =
        !PyErr_Occurred() && v >= std::numeric_limits<int>::min() && v <= std::numeric_limits<int>::max();
    PyErr_Clear();
    if (!fits) reject(name, value, "must fit 32 bits");
    to = static_cast<int>(v);
}

void read(nb::handle value, std::string const& name, float& to) { to = number(value, name); }
void read(nb::handle value, std::string const& name, husk::interval<int>& to)
{
    read_interval(value, name, to);
}
void read(nb::handle value, std::string const& name, husk::interval<float>& to)
{
    read_interval(value, name, to);
}

void read(nb::handle value, std::string const& name, husk::extent& to)
{
    if (value.is_none()) {
        to = {};
        return;
    }
    if (!is_sequence(value)) {
        read(value, name, to.width);
        to.height = to.width;
        return;
    }
    auto const sides = several(value, name, 2, "must be one side or (height, width)");
    read(sides[0], name, to.height);
    read(sides[1], name, to.width);
}

void read(nb::handle value, std::string const& name, husk::output_size& to)
{
    husk::extent size;
    read(value, name, size);
    to = size;
}

void read(nb::handle value, std::string const& name, husk::jitter_strength& to)
{
    if (!is_sequence(value)) to = husk::jitter_strength(number(value, name));
    else {
        husk::interval<float> range{};
        read(value, name, range);
        to = {range.low, range.high};
    }
}

void read(nb::handle value, std::string const& name, std::array<float, 3>& to)
{
    auto const all = several(value, name, 3, "must be three numbers");
    for (std::size_t i = 0; i < 3; ++i) to[i] = number(all[i], name);
}

auto write(float v) -> nb::object
{
    std::array<char, 32> text{};
    std::to_chars(text.data(), text.data() + text.size() - 1, v);
    return nb::float_(std::strtod(text.data(), nullptr));
}

auto write(husk::extent v) -> nb::object
{
    if (v == husk::extent{}) return nb::none();
    if (v.width == v.height) return nb::int_(v.width);
    return nb::make_tuple(v.height, v.width);
}

auto write(husk::jitter_strength const& v) -> nb::object
{
    return v.is_interval ? write(v.range) : write(v.range.high);
}

auto read_name(nb::handle value, std::string const& name, std::span<char const* const> names) -> std::size_t
{
    std::string all;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (nb::isinstance<nb::str>(value) &&
            nb::borrow<nb::str>(value).c_str() == std::string_view(names[i]))
            return i;
        all += (i ? ", '" : "'") + std::string(names[i]) + "'";
    }
    reject(name, value, "must be one of " + all);
}

} // namespace bindings
