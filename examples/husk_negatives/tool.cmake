# SPDX-License-Identifier: MIT
# husk-negatives, with the codecs that HUSK_CODECS names; where tests are built and those are not stb's, also
# husk-negatives-stb. Only pictures.cpp knows the difference.
set(HUSK_CODECS "AUTO" CACHE STRING
  "Codecs of husk-negatives: stb, system (libjpeg-turbo, libpng, libdeflate), or AUTO: system if they are installed")
set_property(CACHE HUSK_CODECS PROPERTY STRINGS AUTO stb system)
set(codecs "${HUSK_CODECS}")
if(NOT codecs MATCHES "^(AUTO|stb|system)?$")
  message(FATAL_ERROR "husk: HUSK_CODECS is ${codecs}; it must be AUTO, stb or system")
endif()
if(NOT codecs STREQUAL "stb")
  husk_find_codecs()
  if(TARGET husk_codecs)
    set(codecs system)
  elseif(codecs STREQUAL "system")
    message(FATAL_ERROR "husk: libjpeg-turbo, libpng or libdeflate was not found. Install them (Debian: "
      "libturbojpeg0-dev libpng-dev libdeflate-dev), or configure with -DHUSK_CODECS=stb.")
  else()
    set(codecs stb)
  endif()
endif()
message(STATUS "husk: husk-negatives reads and writes pictures by ${codecs} codecs")

file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_LIST_DIR}/*.cpp)
list(FILTER sources EXCLUDE REGEX "/pictures.cpp$")
add_library(husk_negatives_parts OBJECT ${sources})
target_link_libraries(husk_negatives_parts PUBLIC husk husk_warnings husk_stb husk_cli11 Threads::Threads)

add_executable(husk-negatives ${CMAKE_CURRENT_LIST_DIR}/pictures.cpp)
target_link_libraries(husk-negatives PRIVATE husk_negatives_parts)
if(codecs STREQUAL "system")
  target_compile_definitions(husk-negatives PRIVATE HUSK_SYSTEM_CODECS=1)
  target_link_libraries(husk-negatives PRIVATE husk_codecs)
  if(HUSK_TESTS)
    add_executable(husk-negatives-stb ${CMAKE_CURRENT_LIST_DIR}/pictures.cpp)
    target_link_libraries(husk-negatives-stb PRIVATE husk_negatives_parts)
  endif()
endif()
