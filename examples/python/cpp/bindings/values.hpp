// SPDX-License-Identifier: MIT
#pragma once
#include <husk/core/error.hpp>
#include <husk/core/interval.hpp>
#include <husk/core/output_size.hpp>
#include <husk/transform/color_jitter.hpp>

#include <nanobind/nanobind.h>

#include <array>
#include <limits>
#include <span>
#include <string>

// Python's values as husk's and back. What does not fit is a husk::error that names the argument and its
// value.
namespace bindings {

namespace nb = nanobind;

/// repr(value), shortened: for messages.
auto shown(nb::handle value) -> std::string;

[[noreturn]] void reject(std::string const& name, nb::handle value, std::string const& rule);

/// Anything with __index__: Python's, NumPy's and torch's integers.
auto whole_number(nb::handle value, std::string const& name, std::uint64_t most) -> std::uint64_t;

template <std::unsigned_integral T>
auto whole(nb::handle value, std::string const& name) -> T
{
    return static_cast<T>(whole_number(value, name, std::numeric_limits<T>::max()));
}

// read(value, name, to) and write(value), by type. Sizes are one side or (height, width), as arrays have
// them.

void read(nb::handle value, std::string const& name, bool& to);
void read(nb::handle value, std::string const& name, int& to);
void read(nb::handle value, std::string const& name, float& to);
void read(nb::handle value, std::string const& name, husk::interval<int>& to);
void read(nb::handle value, std::string const& name, husk::interval<float>& to);
void read(nb::handle value, std::string const& name, husk::extent& to);
void read(nb::handle value, std::string const& name, husk::output_size& to);
void read(nb::handle value, std::string const& name, husk::jitter_strength& to);
void read(nb::handle value, std::string const& name, std::array<float, 3>& to);

inline auto write(bool v) -> nb::object { return nb::bool_(v); }
inline auto write(int v) -> nb::object { return nb::int_(v); }
/// The shortest number that is read as the same float.
auto write(float v) -> nb::object;
auto write(husk::extent v) -> nb::object;
inline auto write(husk::output_size v) -> nb::object { return write(husk::extent(v)); }
auto write(husk::jitter_strength const& v) -> nb::object;
inline auto write(std::array<float, 3> const& v) -> nb::object
{
    return nb::make_tuple(write(v[0]), write(v[1]), write(v[2]));
}
template <class T>
auto write(husk::interval<T> const& v) -> nb::object
{
    return nb::make_tuple(write(v.low), write(v.high));
}

/// Which of `names` the value is.
auto read_name(nb::handle value, std::string const& name, std::span<char const* const> names) -> std::size_t;

} // namespace bindings
