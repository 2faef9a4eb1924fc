// SPDX-License-Identifier: MIT
#pragma once
#include <xsimd/xsimd.hpp>

namespace husk::simd {

/// The instruction set that this unit is compiled for: the default of everything that runs a plan.
using best = xsimd::default_arch;

#if XSIMD_VERSION_MAJOR >= 14
/// Plain C++: the oracle, and the fallback where nothing better is known.
using scalar = xsimd::common;
#else
/// Plain C++: the oracle, and the fallback where nothing better is known.
using scalar = xsimd::generic;
#endif

} // namespace husk::simd
