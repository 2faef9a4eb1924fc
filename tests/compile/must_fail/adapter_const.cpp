// error: (no matching function|constraints not satisfied)
// SPDX-License-Identifier: MIT
#include <husk/adapters/adapter.hpp>

struct tensor {
    float pixels[12];
};

template <>
struct husk::adapter<tensor> {
    static auto describe(tensor const& t, husk::strided::options const& o) -> husk::strided
    {
        std::int64_t const shape[]{3, 4};
        return {t.pixels, husk::number_type_of<float>, shape, {}, o};
    }
};

#ifdef WRONG
using array = tensor const;
#else
using array = tensor;
#endif

auto view_of(array& t) -> husk::planar<float> { return husk::planar_view<float>(t); }
