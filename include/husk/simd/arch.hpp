// SPDX-License-Identifier: MIT
#pragma once
#include <xsimd/xsimd.hpp>

namespace husk::simd {

/// The instruction set that this unit is compiled for, the default of everything that runs a plan: the latest
/// that has integers in all its registers. Of AVX without AVX2, and AVX-512 without BW, that is the one
/// before.
#if XSIMD_WITH_AVX512F && !XSIMD_WITH_AVX512BW
using best = xsimd::avx2;
#elif XSIMD_WITH_AVX && !XSIMD_WITH_AVX2
using best = xsimd::sse4_2;
#else
using best = xsimd::default_arch;
#endif

#if XSIMD_VERSION_MAJOR >= 14
/// Plain C++: the oracle, and the fallback where nothing better is known.
using scalar = xsimd::common;
#else
/// Plain C++: the oracle, and the fallback where nothing better is known.
using scalar = xsimd::generic;
#endif

} // namespace husk::simd
