// SPDX-License-Identifier: MIT
#pragma once
#include <husk/kernel/stage.hpp>
#include <husk/rng/stream.hpp>

namespace husk {

/// A transform is a description of chance; `draw` settles it into a kernel, which holds none. draw throws
/// husk::error for parameters that are impossible, or that an image of size `in` cannot satisfy.
template <class T>
concept transform = requires(T const& t, stream& g, extent in)
{
    {
        t.draw(g, in)
        } -> kernel;
};

/// The kernel that a transform settles into.
template <transform T>
using kernel_of = decltype(std::declval<T const&>().draw(std::declval<stream&>(), extent{}));

} // namespace husk
