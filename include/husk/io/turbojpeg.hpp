// SPDX-License-Identifier: MIT
#pragma once
#include <turbojpeg.h>

#include <memory>
#include <type_traits>

namespace husk::detail {

struct close_turbojpeg {
    void operator()(void* handle) const { tjDestroy(handle); }
};

/// What the library keeps from one picture to the next; null when there was no memory for it, which every
/// call that is given it reports.
using turbojpeg_handle = std::unique_ptr<std::remove_pointer_t<tjhandle>, close_turbojpeg>;

/// TurboJPEG's name for 1, 3 or 4 channels of 8 bits.
inline auto turbojpeg_layout(int channels) -> int
{
    return channels == 1 ? TJPF_GRAY : channels == 3 ? TJPF_RGB : TJPF_RGBA;
}

} // namespace husk::detail
