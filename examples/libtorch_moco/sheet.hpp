// SPDX-License-Identifier: MIT
#pragma once
#include <ATen/core/Tensor.h>

#include <filesystem>
#include <vector>

/// Writes a PNG of the first images of each batch, a row for each: normalised floats.
void write_sheet(std::filesystem::path const& file, std::vector<at::Tensor> rows);
