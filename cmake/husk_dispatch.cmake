# SPDX-License-Identifier: MIT
# husk_add_dispatch(TARGET SOURCES file... ISAS isa...): one program for machines of different instruction sets.
#
# Compiles the sources once for each of ISAS (sse2, sse4_2, avx2, avx512bw: x86-64, x86-64-v2, -v3, -v4) and adds all of
# it to TARGET, an executable or a library, whose properties the sources are compiled with as they are at this call.
# Each source defines what it has to offer as specialisations for husk::simd::this_isa:
#
#   template <> void make_negatives<husk::simd::this_isa>(...) { ... }
#
# and TARGET's other sources choose at run time: husk::simd::dispatch([](auto isa) { return &make_negatives<isa>; }).
#
# What is compiled for one instruction set becomes one object that shares no name with the rest of the program but its
# specialisations and types (husk_island.cmake says how and why, and checks it). On processors other than x86-64
# the sources are compiled once, with the rest.

# In the cache, as the folder that calls may lie above the one that adds husk.
set(HUSK_ISAS_OF_X86 sse2 sse4_2 avx2 avx512bw CACHE INTERNAL "")
set(HUSK_FLAGS_sse2 -march=x86-64 CACHE INTERNAL "")
set(HUSK_FLAGS_sse4_2 -march=x86-64-v2 CACHE INTERNAL "")
set(HUSK_FLAGS_avx2 -march=x86-64-v3 CACHE INTERNAL "")
set(HUSK_FLAGS_avx512bw -march=x86-64-v4 CACHE INTERNAL "")

function(husk_add_dispatch target)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;ISAS")
  husk_check_dispatch(${target})
  if(NOT CMAKE_SYSTEM_PROCESSOR MATCHES "^(x86_64|AMD64|amd64)$" OR NOT CMAKE_SIZEOF_VOID_P EQUAL 8)
    target_sources(${target} PRIVATE ${arg_SOURCES})
    return()
  endif()
  husk_find_island_tools()

  list(REMOVE_DUPLICATES arg_ISAS)
  # The header reads the list from a definition, so that there is one for a target.
  list(JOIN arg_ISAS "," isas)
  get_target_property(earlier ${target} HUSK_ISAS)
  if(earlier AND NOT earlier STREQUAL isas)
    message(FATAL_ERROR "husk_add_dispatch: ${target} has sources for ISAS ${earlier} already; "
      "another list needs another target")
  elseif(NOT earlier)
    set_target_properties(${target} PROPERTIES HUSK_ISAS "${isas}")
    target_compile_definitions(${target} PRIVATE HUSK_ISAS=${isas})
  endif()
  foreach(isa IN LISTS arg_ISAS)
    husk_add_island(${target} ${isa} ${arg_SOURCES})
  endforeach()
endfunction()

# Says what is wrong with the arguments of husk_add_dispatch, in its scope.
macro(husk_check_dispatch target)
  if(NOT TARGET ${target})
    message(FATAL_ERROR "husk_add_dispatch: there is no target ${target}")
  endif()
  get_target_property(folder ${target} SOURCE_DIR)
  if(NOT folder STREQUAL CMAKE_CURRENT_SOURCE_DIR)
    message(FATAL_ERROR "husk_add_dispatch: ${target} is made in ${folder}: call it there")
  endif()
  get_target_property(type ${target} TYPE)
  if(NOT type MATCHES "^(EXECUTABLE|(STATIC|SHARED|MODULE)_LIBRARY)$")
    message(FATAL_ERROR "husk_add_dispatch: ${target} is of type ${type}, which links no objects of others")
  endif()
  if(arg_UNPARSED_ARGUMENTS OR NOT arg_SOURCES OR NOT arg_ISAS)
    message(FATAL_ERROR "husk_add_dispatch(TARGET SOURCES file... ISAS isa...): sources '${arg_SOURCES}', "
      "instruction sets '${arg_ISAS}', not understood '${arg_UNPARSED_ARGUMENTS}'")
  endif()
  foreach(isa IN LISTS arg_ISAS)
    if(NOT isa IN_LIST HUSK_ISAS_OF_X86)
      message(FATAL_ERROR "husk_add_dispatch: ISAS ${isa}: must be among ${HUSK_ISAS_OF_X86}")
    endif()
  endforeach()
endmacro()

# GNU ld, which makes one relocatable object that is in no group (2.30 or newer); nm, objcopy, readelf.
macro(husk_find_island_tools)
  find_program(HUSK_LINKER NAMES ${CMAKE_LINKER} x86_64-linux-gnu-ld.bfd ld.bfd ld VALIDATOR husk_is_island_linker)
  mark_as_advanced(HUSK_LINKER)
  if(NOT HUSK_LINKER OR NOT CMAKE_NM OR NOT CMAKE_OBJCOPY OR NOT CMAKE_READELF OR NOT CMAKE_EXECUTABLE_FORMAT STREQUAL "ELF")
    message(FATAL_ERROR "husk_add_dispatch needs objects in ELF, GNU ld (--force-group-allocation), nm, objcopy and "
      "readelf: nothing else keeps the linker from running AVX2 code where there is none. Elsewhere, build a program "
      "or a shared library for each instruction set, each with its own -march.")
  endif()
endmacro()

function(husk_is_island_linker result candidate)
  execute_process(COMMAND ${candidate} --help OUTPUT_VARIABLE help ERROR_QUIET)
  if(NOT help MATCHES "force-group-allocation" OR NOT help MATCHES "elf_x86_64")
    set(${result} FALSE PARENT_SCOPE)
  endif()
endfunction()

# Compiles the sources for one instruction set, makes one object of them that is closed, and adds it to the target.
function(husk_add_island target isa)
  set(name ${target}_${isa})
  while(TARGET ${name})
    string(APPEND name _) # sources of another call
  endwhile()
  add_library(${name} STATIC EXCLUDE_FROM_ALL ${ARGN}) # an archive, as make cannot depend on another target's objects
  husk_compile_like(${name} ${target})
  # The last word on the instruction set; one object cannot be closed before all code is in it, nor unique names hidden.
  target_compile_options(${name} PRIVATE ${HUSK_FLAGS_${isa}} -fno-lto $<$<CXX_COMPILER_ID:GNU>:-fno-gnu-unique>)
  if(isa STREQUAL avx512bw AND CMAKE_CXX_COMPILER_ID STREQUAL GNU AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
    target_compile_options(${name} PRIVATE -Wno-maybe-uninitialized -Wno-uninitialized) # GCC's own headers: PR 105593
  endif()

  set(folder ${CMAKE_CURRENT_BINARY_DIR}/husk_dispatch)
  set_target_properties(${name} PROPERTIES ARCHIVE_OUTPUT_DIRECTORY ${folder})
  get_property(several GLOBAL PROPERTY GENERATOR_IS_MULTI_CONFIG)
  if(several)
    string(APPEND folder /$<CONFIG>)
  endif()
  set(script ${CMAKE_CURRENT_FUNCTION_LIST_DIR}/husk_island.cmake)
  add_custom_command(OUTPUT ${folder}/${name}.o
    COMMAND ${CMAKE_COMMAND} -D ISA=${isa} -D ISLAND=${folder}/${name}.o -D ARCHIVE=$<TARGET_FILE:${name}>
      -D LINKER=${HUSK_LINKER} -D NM=${CMAKE_NM} -D OBJCOPY=${CMAKE_OBJCOPY} -D READELF=${CMAKE_READELF} -P ${script}
    DEPENDS ${name} $<TARGET_FILE:${name}> ${script}
    COMMENT "Closing ${name}.o" VERBATIM)
  target_sources(${target} PRIVATE ${folder}/${name}.o)
endfunction()

# Gives `island` the properties of `target` that its sources are compiled with.
function(husk_compile_like island target)
  foreach(kind IN ITEMS DEFINITIONS OPTIONS FEATURES)
    set_target_properties(${island} PROPERTIES COMPILE_${kind} $<TARGET_PROPERTY:${target},COMPILE_${kind}>)
  endforeach()
  target_include_directories(${island} PRIVATE $<TARGET_PROPERTY:${target},INCLUDE_DIRECTORIES>)
  target_link_libraries(${island} PRIVATE $<TARGET_PROPERTY:${target},LINK_LIBRARIES>) # knows which are system headers
  foreach(property IN ITEMS CXX_STANDARD CXX_STANDARD_REQUIRED CXX_EXTENSIONS CXX_VISIBILITY_PRESET
      VISIBILITY_INLINES_HIDDEN POSITION_INDEPENDENT_CODE)
    get_target_property(value ${target} ${property})
    if(NOT value MATCHES "-NOTFOUND$")
      set_target_properties(${island} PROPERTIES ${property} ${value})
    endif()
  endforeach()
  get_target_property(type ${target} TYPE)
  if(type MATCHES "SHARED|MODULE")
    set_target_properties(${island} PROPERTIES POSITION_INDEPENDENT_CODE ON)
  endif()
endfunction()
