# SPDX-License-Identifier: MIT
# find_package(husk): the target husk::husk. Needs the headers of xsimd 8.1 or newer.
include(${CMAKE_CURRENT_LIST_DIR}/husk_xsimd.cmake)
if(NOT HUSK_XSIMD_INCLUDE_DIR OR HUSK_XSIMD_VERSION VERSION_LESS 8.1)
  set(husk_FOUND FALSE)
  set(husk_NOT_FOUND_MESSAGE "husk needs the headers of xsimd 8.1 or newer (Debian: libxsimd-dev); "
    "set HUSK_XSIMD_INCLUDE_DIR if they are in an unusual place")
  return()
endif()

include(${CMAKE_CURRENT_LIST_DIR}/huskTargets.cmake)
target_include_directories(husk::husk SYSTEM INTERFACE ${HUSK_XSIMD_INCLUDE_DIR})
include(${CMAKE_CURRENT_LIST_DIR}/husk_dispatch.cmake)
