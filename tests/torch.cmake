# SPDX-License-Identifier: MIT
# What needs LibTorch: its adapter, and libtorch_moco's loss and runs. Part of the tests where HUSK_TORCH is on.
add_executable(husk_torch_tests adapters/torch.cpp torch/loss.cpp)
target_include_directories(husk_torch_tests PRIVATE
  ${CMAKE_CURRENT_SOURCE_DIR} ${PROJECT_SOURCE_DIR}/examples)
target_link_libraries(husk_torch_tests PRIVATE husk husk_warnings husk_catch2 husk_torch)
add_test(NAME torch.units COMMAND husk_torch_tests)
file(GLOB scripts CONFIGURE_DEPENDS torch/*.sh)
foreach(script IN LISTS scripts)
  cmake_path(GET script STEM name)
  add_test(NAME torch.${name} COMMAND sh ${script})
  set_tests_properties(torch.${name} PROPERTIES ENVIRONMENT
    "LIBTORCH_MOCO=$<TARGET_FILE:libtorch_moco>;HUSK_PHOTOS=${PROJECT_SOURCE_DIR}/examples/photos")
endforeach()
