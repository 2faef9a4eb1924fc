// SPDX-License-Identifier: MIT
#include "transforms.hpp"

#include "fields.hpp"
#include "values.hpp"

#include <optional>

namespace bindings {
namespace {

// Names of enumerators, in order.
constexpr char const* filters[] = {"nearest", "bilinear", "bicubic", "area", "lanczos", "catmull_rom"};
constexpr char const* fallbacks[] = {"centre", "clip"};
constexpr char const* borders[] = {"constant", "edge", "reflect"};
constexpr char const* blurs[] = {"gaussian", "three_boxes"};
constexpr char const* rules[] = {"exact", "ge2021"};
constexpr char const* choices[] = {"seam", "ssd", "sad"};
constexpr char const* searches[] = {"drawn", "exhaustive", "pyramid"};

auto names_of(husk::filter) { return std::span<char const* const>(filters); }
auto names_of(husk::crop_fallback) { return std::span<char const* const>(fallbacks); }
auto names_of(husk::border) { return std::span<char const* const>(borders); }
auto names_of(husk::blur_method) { return std::span<char const* const>(blurs); }
auto names_of(husk::patch_rule) { return std::span<char const* const>(rules); }
auto names_of(husk::quilt_choice) { return std::span<char const* const>(choices); }
auto names_of(husk::quilt_search) { return std::span<char const* const>(searches); }

auto class_named(char const* name) -> nb::object { return nb::module_::import_("husk").attr(name); }

template <class T>
auto is(nb::handle value) -> bool
{
    return PyObject_IsInstance(value.ptr(), class_named(fields<T>::name).ptr()) == 1;
}

template <class T>
void read_fields(nb::handle value, T& to);

template <class T>
void read_field(nb::handle value, std::string const& name, T& to)
{
    if constexpr (std::is_enum_v<T>) to = static_cast<T>(read_name(value, name, names_of(T{})));
    else if constexpr (requires { fields<T>::name; }) {
        if (!is<T>(value)) reject(name, value, std::string("must be a husk.") + fields<T>::name);
        read_fields(value, to);
    } else read(value, name, to);
}

template <class T>
void read_fields(nb::handle value, T& to)
{
    fields<T>::each(to, [&](char const* field, auto& member) {
        read_field(value.attr(field), std::string(fields<T>::name) + "." + field, member);
    });
}

template <class T>
auto write_fields(T const& t) -> nb::object
{
    nb::dict arguments;
    fields<T>::each(t, [&]<class M>(char const* field, M const& member) {
        if constexpr (std::is_enum_v<M>)
            arguments[field] = nb::str(names_of(member)[static_cast<std::size_t>(member)]);
        else if constexpr (requires { fields<M>::name; }) arguments[field] = write_fields(member);
        else arguments[field] = write(member);
    });
    return class_named(fields<T>::name)(**arguments);
}

template <class T>
auto write_step(T const& t) -> nb::object
{
    return write_fields(t);
}
template <class T>
auto write_step(husk::sometimes<T> const& t) -> nb::object
{
    return class_named("Maybe")(write(t.probability), write_fields(t.inner));
}

/// A transform of type T, if the value is one.
template <class T>
struct reader {
    static auto read(nb::handle value) -> std::optional<T>
    {
        if (!is<T>(value)) return {};
        T t{};
        read_fields(value, t);
        return t;
    }
};
template <class T>
struct reader<husk::sometimes<T>> {
    static auto read(nb::handle value) -> std::optional<husk::sometimes<T>>
    {
        if (PyObject_IsInstance(value.ptr(), class_named("Maybe").ptr()) != 1) return {};
        auto const inner = reader<T>::read(value.attr("transform"));
        if (!inner) return {};
        float probability = 0;
        bindings::read(value.attr("probability"), "Maybe.probability", probability);
        return husk::sometimes<T>{probability, *inner};
    }
};

template <class... Ts>
auto read_any(nb::handle value, std::type_identity<std::variant<Ts...>>) -> std::optional<std::variant<Ts...>>
{
    std::optional<std::variant<Ts...>> found;
    auto const attempt = [&]<class T>(std::type_identity<T>) {
        if (!found)
            if (auto t = reader<T>::read(value)) found.emplace(*std::move(t));
    };
    (attempt(std::type_identity<Ts>()), ...);
    return found;
}

template <class... Ts>
void write_defaults(nb::list& all, std::type_identity<std::variant<Ts...>>)
{
    auto const add = [&]<class T>(std::type_identity<T>) {
        if constexpr (requires { fields<T>::name; }) all.append(write_fields(T{}));
    };
    (add(std::type_identity<Ts>()), ...);
}

using kinds = decltype(pixels::negative::kind);

} // namespace

auto read_recipe(nb::handle steps, char const* name) -> pixels::recipe
{
    pixels::recipe r;
    for (nb::handle step : steps) {
        auto const place = std::string(name) + "[" + std::to_string(r.stages.size()) + "]";
        auto s = read_any(step, std::type_identity<pixels::step>());
        if (!s) reject(place, step, "must be a transform of husk, or a Maybe of one that keeps the size");
        r.stages.push_back(*std::move(s));
    }
    return r;
}

auto write_recipe(pixels::recipe const& r) -> nb::list
{
    nb::list steps;
    for (auto const& s : r.stages) steps.append(std::visit([](auto const& t) { return write_step(t); }, s));
    return steps;
}

auto read_negative(nb::handle value) -> pixels::negative
{
    auto kind = read_any(value, std::type_identity<kinds>());
    if (!kind)
        reject("negative", value, "must be a PatchNegative, GridShuffle, TextureNegative or Quilt of husk");
    return {*std::move(kind)};
}

auto defaults() -> nb::object
{
    nb::list all;
    write_defaults(all, std::type_identity<pixels::step>());
    write_defaults(all, std::type_identity<kinds>());
    return all;
}

} // namespace bindings
