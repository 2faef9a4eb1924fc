// SPDX-License-Identifier: MIT
#include "call.hpp"

#include "claims.hpp"
#include "elements.hpp"
#include "values.hpp"

namespace bindings {
namespace {

auto read_key(nb::handle seed, nb::handle epoch, nb::handle index, nb::handle view, std::string const& name)
    -> husk::key
{
    return {whole<std::uint64_t>(seed, "seed"), whole<std::uint32_t>(epoch, "epoch"),
            whole<std::uint64_t>(index, name), whole<std::uint32_t>(view, "view")};
}

auto numbered(char const* name, std::size_t i) -> std::string
{
    return std::string(name) + "[" + std::to_string(i) + "]";
}

/// Elements of a list, tuple or array.
auto sequence_of(nb::handle value, char const* name) -> nb::object
{
    auto const all = nb::steal(PySequence_Tuple(value.ptr()));
    if (all.is_valid()) return all;
    PyErr_Clear();
    reject(name, value, "must be a sequence");
}

} // namespace

auto sources::one(nb::handle image, nb::handle seed, nb::handle epoch, nb::handle index, nb::handle view)
    -> sources
{
    sources s;
    s.luck.push_back(read_key(seed, epoch, index, view, "index"));
    s.arrays.push_back(array::to_read(image, "image"));
    s.pictures.push_back(s.arrays[0].image());
    s.of = s.arrays[0].of();
    return s;
}

auto sources::batch(nb::handle images, nb::handle seed, nb::handle epoch, nb::handle indices, nb::handle view)
    -> sources
{
    sources s;
    s.alone = false;
    if (PyList_Check(images.ptr()) || PyTuple_Check(images.ptr())) {
        for (nb::handle image : sequence_of(images, "images")) {
            s.arrays.push_back(array::to_read(image, numbered("images", s.arrays.size())));
            s.pictures.push_back(s.arrays.back().image());
        }
        s.check_elements();
    } else {
        s.arrays.push_back(array::to_read(images, "images"));
        s.pictures = s.arrays[0].images();
    }
    if (!s.arrays.empty()) s.of = s.arrays[0].of();
    for (nb::handle index : sequence_of(indices, "indices"))
        s.luck.push_back(read_key(seed, epoch, index, view, numbered("indices", s.luck.size())));
    if (s.luck.size() != s.pictures.size())
        husk::detail::reject("len(indices)", s.luck.size(), "must be that of images, ", s.pictures.size());
    return s;
}

void sources::check_elements() const
{
    for (auto const& a : arrays)
        if (a.of() != arrays[0].of())
            a.reject("elements must be those of images[0], " + to_string(arrays[0].of()));
}

auto sources::leading() const -> std::vector<std::size_t>
{
    if (alone) return {};
    return {pictures.size()};
}

auto sources::leading(std::size_t each) const -> std::vector<std::size_t>
{
    auto axes = leading();
    axes.push_back(each);
    return axes;
}

results::results(nb::handle out, std::size_t count, nb::handle dtype) :
    given_(nb::borrow(out)), dtype_(dtype.is_none() ? pixels::element::f32 : read_dtype(dtype))
{
    all_.reserve(count); // next() hands out references
    if (out.is_none()) return;
    if (!PyList_Check(out.ptr()) && !PyTuple_Check(out.ptr()))
        reject("out", out, "must be a tuple of arrays");
    if (auto const n = nb::len(out); n != count)
        husk::detail::reject("len(out)", n, "must be ", count, ", an array for each result");
}

auto results::accept(char const* name, nb::handle value, std::vector<std::size_t> leading) -> result
{
    auto target = array::to_fill(value, name);
    if (!leading.empty() && leading.back() == 1 && target.axes() == leading.size() + 2) leading.pop_back();
    auto filled = target.tensors(leading);
    if (filled.all.empty()) filled.what = kind_.value_or(filled.what); // how nothing lies
    if (kind_ && filled.what != *kind_)
        target.reject(std::string("elements and layout must be those of ") + all_[0].name);
    kind_ = filled.what;
    return {name, std::move(target), std::move(filled)};
}

auto results::next(char const* name, std::vector<std::size_t> const& leading, husk::extent size, int channels)
    -> std::vector<pixels::picture> const&
{
    nb::object value;
    if (given_.is_none()) {
        auto shape = leading;
        for (auto const side : {channels, size.height, size.width})
            shape.push_back(static_cast<std::size_t>(side));
        value = new_array(dtype_, shape);
        made_.append(value);
    } else value = given_[all_.size()];
    all_.push_back(accept(name, value, leading));
    return all_.back().filled.all;
}

void results::check_apart(sources const& from) const
{
    claims c;
    c.reads("images", from.of, from.pictures);
    for (auto const& r : all_) c.writes(r.name, r.filled.what, r.filled.all);
    c.check();
}

} // namespace bindings
