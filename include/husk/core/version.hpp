// SPDX-License-Identifier: MIT
#pragma once

// The one place where the version stands; CMakeLists.txt reads it from here.
#define HUSK_VERSION_MAJOR 0
#define HUSK_VERSION_MINOR 1
#define HUSK_VERSION_PATCH 0
