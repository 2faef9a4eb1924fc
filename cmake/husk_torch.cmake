# SPDX-License-Identifier: MIT
# husk_torch: LibTorch as a system library, so that its headers are not held to our warnings. From the top
# folder, as its targets are seen from there down.
find_package(Torch REQUIRED)
message(STATUS "husk: Torch ${Torch_VERSION}")
add_library(husk_torch INTERFACE)
target_include_directories(husk_torch SYSTEM INTERFACE ${TORCH_INCLUDE_DIRS})
target_link_libraries(husk_torch INTERFACE ${TORCH_LIBRARIES})
