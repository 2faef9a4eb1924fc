// SPDX-License-Identifier: MIT
#pragma once
#include "jobs.hpp"

namespace pixels {

/// The instruction set that pixels are computed with: the best of this machine that the module was compiled
/// for, up to what the environment's HUSK_ISA says (sse2, avx2, avx512bw), when it is asked for first. The
/// bytes are the same. Throws husk::error for another HUSK_ISA.
auto chosen_isa() -> husk::simd::isa;

/// Runs the job with it.
void run(contrastive_job const& j, crew& c);
void run(crops_job const& j, crew& c);
void run(negative_job const& j, crew& c);

} // namespace pixels
