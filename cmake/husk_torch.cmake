# SPDX-License-Identifier: MIT
# husk_torch: LibTorch, as a system library; find_package(Torch) also sets flags for all, which are not taken.
function(husk_need_torch)
  if(NOT TARGET husk_torch)
    find_package(Torch REQUIRED)
    add_library(husk_torch INTERFACE IMPORTED GLOBAL)
    target_include_directories(husk_torch SYSTEM INTERFACE ${TORCH_INCLUDE_DIRS})
    target_link_libraries(husk_torch INTERFACE ${TORCH_LIBRARIES})
    separate_arguments(flags UNIX_COMMAND "${TORCH_CXX_FLAGS}")
    target_compile_options(husk_torch INTERFACE ${flags})
    message(STATUS "husk: Torch ${Torch_VERSION}")
  endif()
endfunction()
