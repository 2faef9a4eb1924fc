// SPDX-License-Identifier: MIT
#include "samplers.hpp"
#include "transforms.hpp"
#include "values.hpp"

#include <husk/preset/barlow_twins.hpp>
#include <husk/preset/byol.hpp>
#include <husk/preset/dino.hpp>
#include <husk/preset/moco.hpp>
#include <husk/preset/simclr.hpp>
#include <husk/preset/swav.hpp>

namespace bindings {
namespace {

auto size_of(nb::handle size) -> husk::output_size
{
    husk::output_size s;
    read(size, "size", s);
    return s;
}

auto real(nb::handle value, char const* name) -> float
{
    float v = 0;
    read(value, name, v);
    return v;
}

template <class Pipeline>
auto written(Pipeline const& p) -> nb::object
{
    return write_recipe(pixels::recipe(p));
}

/// A list of (count, steps).
template <class... Ts>
auto written(husk::multi_crop_views<Ts...> const& crops) -> nb::object
{
    nb::list groups;
    std::apply([&](auto const&... g) { (groups.append(nb::make_tuple(g.count, written(g.view))), ...); },
               crops.groups);
    return groups;
}

auto small_of(nb::handle small) -> int { return static_cast<int>(whole_number(small, "small", 1 << 20)); }

auto simclr(nb::handle strength, nb::handle version, nb::handle size, bool cifar) -> nb::object
{
    constexpr char const* versions[] = {"v1", "v2"};
    auto const v = static_cast<husk::preset::simclr_version>(read_name(version, "version", versions));
    auto const s = real(strength, "strength");
    if (cifar) return written(husk::preset::simclr_cifar(s, v, size_of(size)));
    return written(husk::preset::simclr(s, v, size_of(size)));
}

auto dinov2(nb::handle blurs, nb::handle small, nb::handle small_size) -> nb::object
{
    constexpr char const* names[] = {"as_documented", "as_released"};
    auto const b = static_cast<husk::preset::dinov2_blur>(read_name(blurs, "blurs", names));
    return written(husk::preset::dinov2(b, small_of(small), size_of(small_size)));
}

} // namespace

/// The steps of include/husk/preset/, as objects of Python.
void define_presets(nb::module_& m)
{
    namespace preset = husk::preset;

    m.def(
        "moco_v1", [](nb::handle size) { return written(preset::moco_v1(size_of(size))); }, nb::arg("size"));
    m.def(
        "moco_v2", [](nb::handle size) { return written(preset::moco_v2(size_of(size))); }, nb::arg("size"));
    m.def(
        "moco_v3",
        [](int view, nb::handle least_area, nb::handle size) {
            return written(preset::moco_v3(view, real(least_area, "least_area"), size_of(size)));
        },
        nb::arg("view"), nb::arg("least_area"), nb::arg("size"));
    m.def("simclr", &simclr, nb::arg("strength"), nb::arg("version"), nb::arg("size"), nb::arg("cifar"));
    m.def(
        "byol", [](int view, nb::handle size) { return written(preset::byol(view, size_of(size))); },
        nb::arg("view"), nb::arg("size"));
    m.def(
        "barlow_twins",
        [](int view, nb::handle size) { return written(preset::barlow_twins(view, size_of(size))); },
        nb::arg("view"), nb::arg("size"));
    m.def(
        "swav", [](nb::handle small) { return written(preset::swav(small_of(small))); }, nb::arg("small"));
    m.def(
        "dino", [](nb::handle small) { return written(preset::dino(small_of(small))); }, nb::arg("small"));
    m.def("dinov2", &dinov2, nb::arg("blurs"), nb::arg("small"), nb::arg("small_size"));
}

} // namespace bindings
