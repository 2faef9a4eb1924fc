// error: (use of deleted function|call to deleted function)
// SPDX-License-Identifier: MIT
#include <husk/adapters/dlpack.hpp>

struct tensor {
    void* data;
    struct {
        int device_type, device_id;
    } device;
    int ndim;
    struct {
        unsigned char code, bits;
        unsigned short lanes;
    } dtype;
    std::int64_t *shape, *strides;
    std::uint64_t byte_offset;
};

auto made() -> tensor;

auto view_of() -> husk::packed<float const>
{
#ifdef WRONG
    return husk::packed_view<float const>(made());
#else
    static auto kept = made();
    return husk::packed_view<float const>(kept);
#endif
}
