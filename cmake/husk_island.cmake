# SPDX-License-Identifier: MIT
# Makes of ARCHIVE, compiled for the instruction set ISA, one object ISLAND whose code the linker can neither take for
# the rest of the program nor replace by other code; and checks that it is so. A script of husk_add_dispatch's: also
# needs LINKER, NM, OBJCOPY and READELF. With CHECK_ONLY the object ISLAND is only checked.
#
# Why: an inline function or an instance of a template (a draw, std::vector's growth) is in every object that uses
# it, and the linker keeps whichever comes first for the whole program: on a machine without AVX2 the program would
# die in code that has nothing to do with it. So these names are made local. What stays global are the
# specialisations for this instruction set, and the names of types (typeinfo), which hold no code, so that what is
# thrown here is caught elsewhere. Inline and static variables are one for each island.
cmake_policy(VERSION 3.25)

# The names that the object defines for others: "name type value" a line.
function(exported result object)
  execute_process(COMMAND ${NM} --format=posix --extern-only --defined-only ${ARGN} ${object}
    OUTPUT_VARIABLE text COMMAND_ERROR_IS_FATAL ANY)
  string(REGEX REPLACE "[][;]" "?" text "${text}") # what CMake's lists would stumble over; demangled only
  string(REGEX REPLACE "\n+$" "" text "${text}")
  string(REPLACE "\n" ";" text "${text}")
  set(${result} "${text}" PARENT_SCOPE)
endfunction()

# One object, in no group: the linker would drop a group that it has from elsewhere, local names and all.
function(make_island)
  cmake_path(GET ISLAND PARENT_PATH folder)
  file(MAKE_DIRECTORY ${folder})
  execute_process(COMMAND ${LINKER} -r --force-group-allocation --whole-archive ${ARCHIVE} -o ${ISLAND}
    COMMAND_ERROR_IS_FATAL ANY)
  exported(symbols ${ISLAND})
  list(FILTER symbols INCLUDE REGEX " [VWu] ")
  list(FILTER symbols EXCLUDE REGEX "^_ZT[IS]")
  if(symbols)
    list(TRANSFORM symbols REPLACE " .*" "\n")
    string(JOIN "" symbols ${symbols})
    file(WRITE ${ISLAND}.local "${symbols}")
    execute_process(COMMAND ${OBJCOPY} --localize-symbols=${ISLAND}.local ${ISLAND} COMMAND_ERROR_IS_FATAL ANY)
  endif()
endfunction()

# What is wrong with an exported name, or nothing. The numbers are those of husk::simd::isa.
function(check_symbol fault symbol)
  set(number_sse2 2)
  set(number_sse4_2 3)
  set(number_avx2 4)
  set(number_avx512bw 5)
  set(${fault} "" PARENT_SCOPE)
  string(REGEX REPLACE " ([A-Za-z])( [0-9a-f]+)*$" "" name "${symbol}")
  if(symbol MATCHES " [VWu] [0-9a-f ]+$")
    if(NOT name MATCHES "^typeinfo (name )?for ")
      set(${fault} "any object may define this, and the linker may keep this one for all: ${name}" PARENT_SCOPE)
    endif()
  elseif(NOT name MATCHES "[(]husk::simd::isa[)]")
    set(${fault} "global, so make it static or a specialisation for husk::simd::this_isa: ${name}" PARENT_SCOPE)
  elseif(NOT name MATCHES "[(]husk::simd::isa[)]${number_${ISA}}")
    set(${fault} "of another instruction set, so look for flags of the project that name one (-m...): ${name}" PARENT_SCOPE)
  endif()
endfunction()

function(check_island faults)
  set(found "")
  exported(symbols ${ISLAND} --demangle)
  foreach(symbol IN LISTS symbols)
    check_symbol(fault "${symbol}")
    list(APPEND found ${fault})
  endforeach()
  execute_process(COMMAND ${READELF} --sections --wide ${ISLAND} OUTPUT_VARIABLE sections COMMAND_ERROR_IS_FATAL ANY)
  if(sections MATCHES " [.](init_array|ctors) ")
    list(APPEND found "a global variable is initialised by code, which would run on every machine before anything is \
chosen: make it constexpr, or a static of a function (<iostream> defines one)")
  endif()
  if(sections MATCHES " GROUP ")
    list(APPEND found "a group of sections, which the linker may drop")
  endif()
  set(${faults} "${found}" PARENT_SCOPE)
endfunction()

if(NOT CHECK_ONLY)
  make_island()
endif()
check_island(faults)
if(faults)
  if(NOT CHECK_ONLY)
    file(REMOVE ${ISLAND})
  endif()
  list(LENGTH faults count)
  foreach(fault IN LISTS faults)
    string(SUBSTRING "${fault}" 0 200 fault)
    string(APPEND shown "\n  ${fault}")
  endforeach()
  message(FATAL_ERROR "husk_add_dispatch: what is compiled for ${ISA} is not closed, for ${count} reasons:${shown}\n")
endif()
