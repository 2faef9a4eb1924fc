# SPDX-License-Identifier: MIT
# What is installed is taken; what is not is downloaded only if HUSK_FETCH is on, and says so.
include(FetchContent)

# Populates a pinned commit of `url` as `name`; `debian` is the package that makes it unnecessary.
# Header-only projects pass a SOURCE_SUBDIR without a CMakeLists.txt: they are not configured.
function(husk_fetch name debian url commit)
  string(REPLACE "husk_" "" what ${name})
  if(NOT HUSK_FETCH)
    message(FATAL_ERROR "husk: ${what} was not found. Install it (Debian: ${debian}), "
      "or configure with -DHUSK_FETCH=ON to download it.")
  endif()
  message(STATUS "husk: ${what} is not installed; downloading ${url} at ${commit}")
  set(CMAKE_COMPILE_WARNING_AS_ERROR OFF)
  FetchContent_Declare(${name} GIT_REPOSITORY ${url} GIT_TAG ${commit} ${ARGN})
  FetchContent_MakeAvailable(${name})
endfunction()

macro(husk_need_xsimd)
  include(husk_xsimd)
  if(NOT HUSK_XSIMD_INCLUDE_DIR)
    husk_fetch(husk_xsimd libxsimd-dev https://github.com/xtensor-stack/xsimd
      1f8dd9c8e162968d9b4ff0251c56d431b8777f36 SOURCE_SUBDIR include) # 13.2.0
    FetchContent_GetProperties(husk_xsimd SOURCE_DIR husk_source)
    set(HUSK_XSIMD_INCLUDE_DIR ${husk_source}/include CACHE PATH "" FORCE)
    include(husk_xsimd)
  endif()
  if(HUSK_XSIMD_VERSION VERSION_LESS 8.1)
    message(FATAL_ERROR "husk needs xsimd 8.1 or newer, found ${HUSK_XSIMD_VERSION} "
      "in ${HUSK_XSIMD_INCLUDE_DIR}")
  endif()
  message(STATUS "husk: xsimd ${HUSK_XSIMD_VERSION} in ${HUSK_XSIMD_INCLUDE_DIR}")
endmacro()

# husk_stb: the headers that husk/io needs.
macro(husk_need_stb)
  if(NOT TARGET husk_stb)
    find_path(HUSK_STB_INCLUDE_DIR stb/stb_image.h)
    if(NOT HUSK_STB_INCLUDE_DIR)
      set(husk_source ${FETCHCONTENT_BASE_DIR}/husk_stb)
      husk_fetch(husk_stb libstb-dev https://github.com/nothings/stb
        f0569113c93ad095470c54bf34a17b36646bbbb5 SOURCE_DIR ${husk_source}/stb)
      set(HUSK_STB_INCLUDE_DIR ${husk_source} CACHE PATH "" FORCE)
    endif()
    mark_as_advanced(HUSK_STB_INCLUDE_DIR)
    add_library(husk_stb INTERFACE)
    target_include_directories(husk_stb SYSTEM INTERFACE ${HUSK_STB_INCLUDE_DIR})
  endif()
endmacro()

# husk_codecs: libjpeg-turbo, libpng and libdeflate, for the headers of husk/io that need them; a target only if all
# are installed.
macro(husk_find_codecs)
  if(NOT TARGET husk_codecs)
    find_package(PNG QUIET)
    find_path(HUSK_TURBOJPEG_INCLUDE_DIR turbojpeg.h)
    find_library(HUSK_TURBOJPEG_LIBRARY turbojpeg)
    find_path(HUSK_LIBDEFLATE_INCLUDE_DIR libdeflate.h)
    find_library(HUSK_LIBDEFLATE_LIBRARY deflate)
    mark_as_advanced(HUSK_TURBOJPEG_INCLUDE_DIR HUSK_TURBOJPEG_LIBRARY
      HUSK_LIBDEFLATE_INCLUDE_DIR HUSK_LIBDEFLATE_LIBRARY)
    if(PNG_FOUND AND HUSK_TURBOJPEG_INCLUDE_DIR AND HUSK_TURBOJPEG_LIBRARY AND HUSK_LIBDEFLATE_INCLUDE_DIR
       AND HUSK_LIBDEFLATE_LIBRARY)
      add_library(husk_codecs INTERFACE)
      target_include_directories(husk_codecs SYSTEM INTERFACE
        ${HUSK_TURBOJPEG_INCLUDE_DIR} ${HUSK_LIBDEFLATE_INCLUDE_DIR})
      target_link_libraries(husk_codecs INTERFACE
        ${HUSK_TURBOJPEG_LIBRARY} ${HUSK_LIBDEFLATE_LIBRARY} PNG::PNG)
    endif()
  endif()
endmacro()

# What husk/adapters/ adapts: husk_eigen and husk_opencv, each a target only where its library is installed.
# Paths, not packages: a header needs no version range, and OpenCV's core comes without a config of its own.
macro(husk_find_adapted)
  find_path(HUSK_EIGEN_INCLUDE_DIR Eigen/Core PATH_SUFFIXES eigen3)
  if(HUSK_EIGEN_INCLUDE_DIR AND NOT TARGET husk_eigen)
    add_library(husk_eigen INTERFACE)
    target_include_directories(husk_eigen SYSTEM INTERFACE ${HUSK_EIGEN_INCLUDE_DIR})
  endif()
  if(NOT CMAKE_CROSSCOMPILING)
    find_path(HUSK_OPENCV_INCLUDE_DIR opencv2/core.hpp PATH_SUFFIXES opencv4)
    find_library(HUSK_OPENCV_LIBRARY opencv_core)
  endif()
  if(HUSK_OPENCV_INCLUDE_DIR AND HUSK_OPENCV_LIBRARY AND NOT TARGET husk_opencv)
    add_library(husk_opencv INTERFACE)
    target_include_directories(husk_opencv SYSTEM INTERFACE ${HUSK_OPENCV_INCLUDE_DIR})
    target_link_libraries(husk_opencv INTERFACE ${HUSK_OPENCV_LIBRARY})
  endif()
  mark_as_advanced(HUSK_EIGEN_INCLUDE_DIR HUSK_OPENCV_INCLUDE_DIR HUSK_OPENCV_LIBRARY)
endmacro()

# husk_leave_out_adapters(FILES): drops from the list what needs a library that is not there.
macro(husk_leave_out_adapters files)
  foreach(library IN ITEMS eigen opencv)
    if(NOT TARGET husk_${library})
      list(FILTER ${files} EXCLUDE REGEX "(adapters|must_fail)/${library}[a-z_]*[.][ch]pp$")
    endif()
  endforeach()
endmacro()

# husk_cli11: the arguments of the tools.
macro(husk_need_cli11)
  if(NOT TARGET husk_cli11)
    find_path(HUSK_CLI11_INCLUDE_DIR CLI/CLI.hpp)
    if(NOT HUSK_CLI11_INCLUDE_DIR)
      husk_fetch(husk_cli11 libcli11-dev https://github.com/CLIUtils/CLI11
        6c7b07a878ad834957b98d0f9ce1dbe0cb204fc9 SOURCE_SUBDIR include) # 2.4.2
      FetchContent_GetProperties(husk_cli11 SOURCE_DIR husk_source)
      set(HUSK_CLI11_INCLUDE_DIR ${husk_source}/include CACHE PATH "" FORCE)
    endif()
    mark_as_advanced(HUSK_CLI11_INCLUDE_DIR)
    add_library(husk_cli11 INTERFACE)
    target_include_directories(husk_cli11 SYSTEM INTERFACE ${HUSK_CLI11_INCLUDE_DIR})
  endif()
endmacro()

# husk_catch2, version 2 or 3. HUSK_CATCH2_MAIN is off where no main for the target comes with it:
# version 2's is a library of the host, which a cross build cannot link.
macro(husk_need_catch2)
  find_package(Catch2 CONFIG QUIET)
  if(Catch2_FOUND)
    list(APPEND CMAKE_MODULE_PATH ${Catch2_DIR})
  else()
    husk_fetch(Catch2 catch2 https://github.com/catchorg/Catch2
      fa43b77429ba76c462b1898d6cd2f2d7a9416b14) # 3.7.1
    FetchContent_GetProperties(Catch2 SOURCE_DIR husk_source)
    list(APPEND CMAKE_MODULE_PATH ${husk_source}/extras)
    set(Catch2_VERSION 3.7.1)
  endif()
  message(STATUS "husk: Catch2 ${Catch2_VERSION}")
  add_library(husk_catch2 INTERFACE)
  if(TARGET Catch2::Catch2WithMain AND NOT (CMAKE_CROSSCOMPILING AND Catch2_VERSION VERSION_LESS 3))
    set(HUSK_CATCH2_MAIN ON)
    target_link_libraries(husk_catch2 INTERFACE Catch2::Catch2WithMain)
  else()
    set(HUSK_CATCH2_MAIN OFF)
    target_link_libraries(husk_catch2 INTERFACE Catch2::Catch2)
  endif()
endmacro()

macro(husk_need_benchmark)
  find_package(benchmark CONFIG QUIET)
  if(NOT benchmark_FOUND)
    set(BENCHMARK_ENABLE_TESTING OFF)
    set(BENCHMARK_ENABLE_INSTALL OFF)
    husk_fetch(benchmark libbenchmark-dev https://github.com/google/benchmark
      c58e6d0710581e3a08d65c349664128a8d9a2461) # 1.9.1
  endif()
endmacro()
