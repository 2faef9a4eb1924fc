// SPDX-License-Identifier: MIT
#pragma once

/// Sees to it that the standard streams are open, if only to nothing: a picture that got the number of a
/// closed one would be written into by whoever reports.
void hold_standard_streams();
