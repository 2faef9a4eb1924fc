// SPDX-License-Identifier: MIT
#pragma once
#include <husk/adapters/adapter.hpp>

#include <ATen/core/Tensor.h>

namespace husk {

namespace detail {

inline auto number_type_of_torch(at::ScalarType t) -> number_type
{
    auto const bits = 8 * static_cast<int>(at::elementSize(t));
    switch (t) {
    case at::kByte:
        return {number_kind::unsigned_integer, bits};
    case at::kChar:
    case at::kShort:
    case at::kInt:
    case at::kLong:
        return {number_kind::integer, bits};
    case at::kHalf:
    case at::kFloat:
    case at::kDouble:
        return {number_kind::real, bits};
    case at::kBFloat16:
        return {number_kind::bfloat, bits};
    case at::kBool:
        return {number_kind::boolean, bits};
    default:
        return {number_kind::other, bits};
    }
}

} // namespace detail

/// A tensor of LibTorch, in the CPU's memory: dimensions are CHW and NCHW, as is usual, unless options say
/// otherwise ({.axes = "HWC"}). One that is contiguous is planar; one in channels_last memory is packed. A
/// tensor that requires a gradient can only be read, as autograd would not know of what is written. To write,
/// the handle must not be const.
template <std::same_as<at::Tensor> X>
struct adapter<X> {
    static auto describe(at::Tensor const& t, strided::options o) -> strided
    {
        if (o.name.empty()) o.name = "tensor";
        detail::require(t.defined(), o.name, "undefined", "must have pixels");
        detail::require(t.layout() == at::kStrided, o.name, c10::str(t.toString(), " ", t.sizes()),
                        "must be a dense tensor with strides");
        if (o.axes.empty()) o.axes = t.dim() == 2 ? "HW" : t.dim() == 3 ? "CHW" : "NCHW";
        o.read_only = o.read_only || t.requires_grad();
        std::span<std::int64_t const> const shape(t.sizes().data(), t.sizes().size());
        std::span<std::int64_t const> const strides(t.strides().data(), t.strides().size());
        auto const element = detail::number_type_of_torch(t.scalar_type());
        // The memory of a device, or of a tensor without any, is not to be asked for.
        bool const here = t.device().is_cpu() && t.has_storage();
        strided const a(here ? t.data_ptr() : nullptr, element, shape, strides, o);
        detail::require_array(here, a, "must be in the CPU's memory, not on ", t.device().str());
        detail::require_array(!t.is_conj() && !t.is_neg(), a,
                              "must hold its numbers as they are: resolve it");
        return a;
    }
};

} // namespace husk
