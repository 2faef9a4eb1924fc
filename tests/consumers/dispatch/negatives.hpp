// SPDX-License-Identifier: MIT
#pragma once
#include <husk/image/image.hpp>
#include <husk/pipeline/workspace.hpp>
#include <husk/rng/key.hpp>
#include <husk/simd/isa.hpp>

#include <vector>

/// A patch negative and a view of each photo, as floats. There is one for each instruction set.
template <husk::simd::isa>
auto make_negatives(std::vector<husk::image<std::uint8_t>> const& photos, husk::key key,
                    husk::workspace& memory) -> std::vector<float>;
