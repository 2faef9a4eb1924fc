// SPDX-License-Identifier: MIT
#pragma once
#include "moco.hpp"

/// Trains `o.epochs` epochs with a checkpoint after each, or goes on from the last; writes curves.csv, which
/// the same options repeat to the last digit, and times.csv. False when --stop-after ended it early.
auto train(options const& o, photographs const& photos, moco& m) -> bool;
