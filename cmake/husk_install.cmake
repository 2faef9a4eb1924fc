# SPDX-License-Identifier: MIT
# cmake --install: the headers, a package that find_package(husk) finds, and one that pkg-config finds.
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

set(package_dir ${CMAKE_INSTALL_DATADIR}/cmake/husk) # under share: the headers fit every architecture
write_basic_package_version_file(${PROJECT_BINARY_DIR}/huskConfigVersion.cmake
  COMPATIBILITY SameMajorVersion ARCH_INDEPENDENT)

install(DIRECTORY include/husk DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} FILES_MATCHING PATTERN "*.hpp")
install(TARGETS husk EXPORT husk_targets INCLUDES DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
install(EXPORT husk_targets NAMESPACE husk:: FILE huskTargets.cmake DESTINATION ${package_dir})
install(FILES cmake/huskConfig.cmake cmake/husk_xsimd.cmake cmake/husk_dispatch.cmake cmake/husk_island.cmake
  ${PROJECT_BINARY_DIR}/huskConfigVersion.cmake DESTINATION ${package_dir})
install(FILES LICENSE DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/husk)

# It finds itself, wherever it is moved to; xsimd's own file, whose flags are its folder and no more, says where that is.
# A folder that was told in full stays where it is.
if(IS_ABSOLUTE ${CMAKE_INSTALL_DATADIR})
  set(husk_prefix ${CMAKE_INSTALL_PREFIX})
else()
  file(RELATIVE_PATH husk_prefix /${CMAKE_INSTALL_DATADIR}/pkgconfig /)
  string(REGEX REPLACE "/$" "" husk_prefix "\${pcfiledir}/${husk_prefix}")
endif()
set(husk_includedir ${CMAKE_INSTALL_INCLUDEDIR})
if(NOT IS_ABSOLUTE ${husk_includedir})
  string(PREPEND husk_includedir "\${prefix}/")
endif()
configure_file(cmake/husk.pc.in ${PROJECT_BINARY_DIR}/husk.pc @ONLY)
install(FILES ${PROJECT_BINARY_DIR}/husk.pc DESTINATION ${CMAKE_INSTALL_DATADIR}/pkgconfig)
