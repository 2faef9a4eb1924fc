# SPDX-License-Identifier: MIT
# Finds the headers of xsimd: HUSK_XSIMD_INCLUDE_DIR and HUSK_XSIMD_VERSION, or nothing.
# Its imported target is never linked: distributions' carry a library that is not there, or a macro.
# The build and the installed package share this file.

if(TARGET xsimd) # a sibling project in the same build
  get_target_property(husk_hint xsimd SOURCE_DIR)
  find_path(HUSK_XSIMD_INCLUDE_DIR xsimd/xsimd.hpp HINTS ${husk_hint}/include)
endif()
find_path(HUSK_XSIMD_INCLUDE_DIR xsimd/xsimd.hpp)
if(NOT HUSK_XSIMD_INCLUDE_DIR)
  find_package(xsimd CONFIG QUIET)
  if(xsimd_FOUND)
    get_target_property(husk_hint xsimd INTERFACE_INCLUDE_DIRECTORIES)
    find_path(HUSK_XSIMD_INCLUDE_DIR xsimd/xsimd.hpp HINTS ${husk_hint})
  endif()
endif()
mark_as_advanced(HUSK_XSIMD_INCLUDE_DIR)

if(HUSK_XSIMD_INCLUDE_DIR)
  file(STRINGS ${HUSK_XSIMD_INCLUDE_DIR}/xsimd/config/xsimd_config.hpp husk_lines
    REGEX "define XSIMD_VERSION_(MAJOR|MINOR|PATCH)")
  string(REGEX REPLACE "[^0-9;]" "" HUSK_XSIMD_VERSION "${husk_lines}")
  list(JOIN HUSK_XSIMD_VERSION "." HUSK_XSIMD_VERSION)
endif()
