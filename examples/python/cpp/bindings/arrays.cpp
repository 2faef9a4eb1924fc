// SPDX-License-Identifier: MIT
#include "arrays.hpp"

#include "elements.hpp"
#include "values.hpp"

#include <algorithm>

namespace bindings {
namespace {

template <class T>
auto listed(std::vector<T> const& numbers) -> std::string
{
    std::string all;
    for (auto const n : numbers) all += (all.empty() ? "" : ", ") + std::to_string(n);
    return all;
}

/// The array, or an invalid one.
template <class Array>
auto seen(nb::handle value) -> Array
{
    Array a;
    if (!nb::try_cast(value, a, false)) PyErr_Clear();
    return a;
}

} // namespace

array::array(nb::handle value, std::string name, bool fill) : name_(std::move(name))
{
    nb::ndarray<> writable;
    if (fill) writable = seen<nb::ndarray<>>(value);
    keep_ = writable.is_valid() ? nb::ndarray<nb::ro>(writable) : seen<nb::ndarray<nb::ro>>(value);
    if (!keep_.is_valid())
        husk::detail::reject(name_, std::string(nb::inst_name(value).c_str()),
                             "must be an array of NumPy's or a tensor of torch's");
    shape_.assign(keep_.shape_ptr(), keep_.shape_ptr() + keep_.ndim());
    strides_.assign(keep_.stride_ptr(), keep_.stride_ptr() + keep_.ndim());
    auto const of = element_of(keep_.dtype());
    if (!of)
        husk::detail::reject(name_, to_string(keep_.dtype()) + "[" + listed(shape_) + "]",
                             "elements must be uint8, float32 or, where it is filled, float16");
    of_ = *of;
    bytes_ = keep_.dtype().bits / 8;
    if (keep_.device_type() != nb::device::cpu::value) reject("must lie in the memory of the CPU");
    for (auto const length : shape_)
        if (length > std::numeric_limits<int>::max()) reject("has too long an axis");
    if (fill && !writable.is_valid()) reject("is read-only, and is to be filled");
    if (fill && nb::hasattr(value, "requires_grad") && nb::cast<bool>(value.attr("requires_grad")))
        reject("requires a gradient, and is to be filled");
    if (std::find(shape_.begin(), shape_.end(), 0) == shape_.end())
        data_ = static_cast<char*>(const_cast<void*>(static_cast<void const*>(keep_.data())));
}

void array::reject(std::string const& rule) const
{
    husk::detail::reject(
        name_, to_string(of_) + "[" + listed(shape_) + "] with strides (" + listed(strides_) + ")", rule);
}

auto array::packed(void* data, axis height, axis width, axis channels) const -> pixels::picture
{
    auto const across = width.length * channels.length;
    if (!channels.follows(1) || !width.follows(channels.length) || !height.clears(across)) return {};
    return {data,
            {static_cast<int>(width.length), static_cast<int>(height.length)},
            static_cast<int>(channels.length),
            height.length == 1 ? across : height.stride,
            0};
}

auto array::planar(void* data, axis height, axis width, axis channels) const -> pixels::picture
{
    if (!width.follows(1) || !height.clears(width.length) || !channels.clears(1)) return {};
    auto const pitch = height.length == 1 ? width.length : height.stride;
    return {data,
            {static_cast<int>(width.length), static_cast<int>(height.length)},
            static_cast<int>(channels.length),
            pitch,
            channels.length == 1 ? pitch * height.length : channels.stride};
}

auto array::image_at(void* data, std::size_t first) const -> pixels::picture
{
    auto const channels = axes() - first == 3 ? axis_at(first + 2) : axis{1, 1};
    auto const image = packed(data, axis_at(first), axis_at(first + 1), channels);
    if (!image.data)
        reject("an image must be height x width x channels, the channels of a pixel side by side "
               "(an image of channels x height x width: permute and copy it)");
    return image;
}

auto array::image() const -> pixels::picture
{
    if (axes() != 2 && axes() != 3) reject("must have the axes height, width, channels");
    if (of_ == pixels::element::f16) reject("elements of an image must be uint8 or float32");
    if (!data_) reject("must have pixels");
    return image_at(data_, 0);
}

auto array::images() const -> std::vector<pixels::picture>
{
    if (axes() != 4) reject("must have the axes image, height, width, channels, or be a list of images");
    if (of_ == pixels::element::f16) reject("elements of an image must be uint8 or float32");
    std::vector<pixels::picture> all;
    for (std::int64_t i = 0; data_ && i < shape_[0]; ++i)
        all.push_back(image_at(data_ + i * strides_[0] * bytes_, 1));
    return all;
}

auto array::moved(std::vector<std::size_t> const& steps) const -> void*
{
    std::int64_t elements = 0;
    for (std::size_t i = 0; i < steps.size(); ++i)
        elements += static_cast<std::int64_t>(steps[i]) * strides_[i];
    return data_ + elements * bytes_;
}

auto array::tensors(std::vector<std::size_t> const& leading) const -> slots
{
    auto const n = leading.size();
    std::vector<std::size_t> const found(shape_.begin(),
                                         shape_.begin() + std::ptrdiff_t(std::min(n, axes())));
    if (axes() != n + 3 || found != leading)
        reject("must have the shape [" + listed(leading) + (n ? ", " : "") + "channels, height, width]");
    slots s{{}, {of_, pixels::layout::planar}};
    if (!data_) return s;
    auto const c = axis_at(n), h = axis_at(n + 1), w = axis_at(n + 2);
    if (!planar(data_, h, w, c).data) s.what.laid = pixels::layout::packed;
    if (s.what.laid == pixels::layout::packed && !packed(data_, h, w, c).data)
        reject("rows of a channel, or the channels of a pixel, must lie side by side");
    std::vector<std::size_t> at(n);
    auto const next = [&] {
        for (auto i = n; i-- > 0; at[i] = 0)
            if (++at[i] < leading[i]) return true;
        return false;
    };
    do
        s.all.push_back(s.what.laid == pixels::layout::planar ? planar(moved(at), h, w, c)
                                                              : packed(moved(at), h, w, c));
    while (next());
    return s;
}

auto array::image_to_fill() const -> slots
{
    if (axes() != 2 && axes() != 3) reject("must have the axes height, width, channels");
    if (!data_) reject("must have pixels");
    auto const c = axes() == 3 ? axis_at(2) : axis{1, 1};
    slots s{{packed(data_, axis_at(0), axis_at(1), c)}, {of_, pixels::layout::packed}};
    if (s.all[0].data) return s;
    s = {{planar(data_, axis_at(0), axis_at(1), c)}, {of_, pixels::layout::planar}};
    if (!s.all[0].data) reject("rows of a channel, or the channels of a pixel, must lie side by side");
    return s;
}

} // namespace bindings
