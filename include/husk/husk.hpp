// SPDX-License-Identifier: MIT
#pragma once

// Everything but io/, measure/ and the team of threads (pipeline/threads.hpp).
#include <husk/core/version.hpp>
#include <husk/negative/grid_shuffle.hpp>
#include <husk/negative/patch_negative.hpp>
#include <husk/negative/texture_negative.hpp>
#include <husk/pipeline/batch.hpp>
#include <husk/pipeline/synthesize.hpp>
#include <husk/transform/maybe.hpp>
#include <husk/transform/one_of.hpp>
