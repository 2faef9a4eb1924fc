// SPDX-License-Identifier: MIT
#pragma once
#include "moco.hpp"

#include <torch/optim/sgd.h>

/// Writes all that the next epoch depends on, whole or not at all.
void save_checkpoint(std::filesystem::path const& file, int epochs, moco const& m,
                     torch::optim::SGD const& sgd);

/// How many epochs are done; 0 when there is no such file.
auto load_checkpoint(std::filesystem::path const& file, moco& m, torch::optim::SGD& sgd) -> int;

/// Sixteen hexadecimal digits that tell whether all parameters and buffers are the same.
auto digest_of(torch::nn::Module const& m) -> std::string;
