// SPDX-License-Identifier: MIT
#pragma once
#include <husk/adapters/adapter.hpp>

namespace husk {

/// DLPack's DLTensor, from whatever version of its header or a struct with the same members; none is
/// included here.
template <class D>
concept dl_tensor = requires(D const& t)
{
    {
        t.data
        } -> std::convertible_to<void const*>;
    t.device.device_type;
    t.dtype.code;
    t.dtype.bits;
    t.dtype.lanes;
    std::span<std::int64_t const>(t.shape, static_cast<std::size_t>(t.ndim));
    std::span<std::int64_t const>(t.strides, static_cast<std::size_t>(t.ndim));
    t.byte_offset;
};

/// DLPack's DLManagedTensor, or DLManagedTensorVersioned, which says whether it is read-only. Its owner
/// remains its owner: no deleter is called.
template <class D>
concept dl_managed_tensor = dl_tensor<std::remove_cvref_t<decltype(std::declval<D const&>().dl_tensor)>>;

namespace detail {

/// The numbers of DLDataTypeCode.
inline auto number_type_of_dl(int code, int bits) -> number_type
{
    switch (code) {
    case 0:
        return {number_kind::integer, bits};
    case 1:
        return {number_kind::unsigned_integer, bits};
    case 2:
        return {number_kind::real, bits};
    case 4:
        return {number_kind::bfloat, bits};
    case 5:
        return {number_kind::complex, bits};
    case 6:
        return {number_kind::boolean, bits};
    default:
        return {number_kind::other, bits};
    }
}

/// DLDeviceType: memory of the CPU, or of the CPU for the sake of CUDA or ROCm, pinned.
constexpr auto is_host_memory(int device_type) -> bool
{
    return device_type == 1 || device_type == 3 || device_type == 11;
}

} // namespace detail

/// Refuses memory that the CPU does not see, vectors of numbers, and versions that may mean other things.
template <dl_tensor D>
struct adapter<D> {
    static auto describe(D const& t, strided::options o) -> strided
    {
        if (o.name.empty()) o.name = "tensor";
        detail::require(t.ndim >= 0, detail::member{o.name, ".ndim"}, static_cast<int>(t.ndim),
                        "must not be negative");
        detail::require(t.shape != nullptr, detail::member{o.name, ".shape"}, "null", "must be an image's");
        auto const rank = static_cast<std::size_t>(t.ndim);
        std::span<std::int64_t const> const shape(t.shape, rank), strides(t.strides, t.strides ? rank : 0);
        // A null pointer has no place that an offset could lead to.
        auto const* const data =
            t.data ? static_cast<char const*>(static_cast<void const*>(t.data)) + t.byte_offset : nullptr;
        auto const element =
            detail::number_type_of_dl(static_cast<int>(t.dtype.code), static_cast<int>(t.dtype.bits));
        strided const a(data, element, shape, strides, o);
        detail::require_array(detail::is_host_memory(static_cast<int>(t.device.device_type)), a,
                              "must be in the CPU's memory, not on DLPack's device type ",
                              static_cast<int>(t.device.device_type));
        detail::require_array(t.dtype.lanes == 1, a, "must have numbers of one lane, not ",
                              static_cast<int>(t.dtype.lanes));
        return a;
    }
};

template <dl_managed_tensor D>
struct adapter<D> {
    static auto describe(D const& m, strided::options o) -> strided
    {
        if constexpr (requires { m.version.major; })
            detail::require(m.version.major <= 1, "DLPack's version.major",
                            static_cast<std::uint32_t>(m.version.major), "must be 0 or 1");
        if constexpr (requires { m.flags; }) o.read_only = o.read_only || (m.flags & 1u) != 0;
        return adapter<std::remove_cvref_t<decltype(m.dl_tensor)>>::describe(m.dl_tensor, o);
    }
};

} // namespace husk
