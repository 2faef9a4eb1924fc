// SPDX-License-Identifier: MIT
#pragma once
#include <husk/image/check.hpp>

#include <ATen/core/Tensor.h>

#include <vector>

namespace husk {
namespace detail {

template <class T> inline constexpr at::ScalarType torch_type = at::kFloat;
template <> inline constexpr at::ScalarType torch_type<std::uint8_t> = at::kByte;

} // namespace detail

template <class T>
auto packed_view(at::Tensor const& t) -> packed<T>
{
    return {static_cast<T*>(t.data_ptr()), {static_cast<int>(t.size(2)), static_cast<int>(t.size(1))}, static_cast<int>(t.size(0)), t.stride(1)};
}

template <class T>
auto packed_slots(at::Tensor const& batch) -> std::vector<packed<T>>
{
    std::vector<packed<T>> slots;
    for (std::int64_t i = 0; i < batch.size(0); ++i) slots.push_back(packed_view<T>(batch[i]));
    return slots;
}

} // namespace husk
