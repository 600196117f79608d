# Madoguchi - what the packages hold: one install component for each .deb.
# SPDX-License-Identifier: GPL-3.0-or-later
#
# A program finds its tables and procedures in ../share/madoguchi beside its own
# folder, installed as in the build tree (where that has links into resources/, and what is made at build time).

set(share ${CMAKE_BINARY_DIR}/share/madoguchi)
if(IS_SYMLINK ${share})
  file(REMOVE ${share})
endif()
file(MAKE_DIRECTORY ${share}/postal)
file(GLOB resources RELATIVE ${CMAKE_SOURCE_DIR}/resources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/resources/*)
list(REMOVE_ITEM resources postal)
foreach(resource IN LISTS resources)
  file(CREATE_LINK ${CMAKE_SOURCE_DIR}/resources/${resource} ${share}/${resource} SYMBOLIC)
endforeach()

# madoguchi_install(COMPONENT targets…): only what this build makes. `programs` builds all that packages need.
add_custom_target(programs)
function(madoguchi_install component)
  foreach(target IN LISTS ARGN)
    if(TARGET ${target})
      install(TARGETS ${target} RUNTIME DESTINATION bin COMPONENT ${component})
      add_dependencies(programs ${target})
    endif()
  endforeach()
endfunction()

madoguchi_install(desk madoguchi madoguchi-desk madoguchi-preview)
madoguchi_install(cli madoguchi-cli)
madoguchi_install(server madoguchi-server madoguchi-verify)

# Icons and style are compiled into the desk.
install(DIRECTORY ${CMAKE_SOURCE_DIR}/resources/ DESTINATION share/madoguchi COMPONENT common
  PATTERN postal EXCLUDE PATTERN icons EXCLUDE PATTERN style EXCLUDE PATTERN "*.qrc" EXCLUDE PATTERN CMakeLists.txt EXCLUDE
  PATTERN screenshots EXCLUDE)

install(FILES ${CMAKE_SOURCE_DIR}/packaging/desktop/madoguchi.desktop
  DESTINATION share/applications COMPONENT desk)
install(FILES ${CMAKE_SOURCE_DIR}/packaging/desktop/madoguchi-ready.desktop DESTINATION /etc/xdg/autostart COMPONENT desk)
install(FILES ${CMAKE_SOURCE_DIR}/packaging/desktop/madoguchi.svg
  DESTINATION share/icons/hicolor/scalable/apps COMPONENT desk)
install(FILES ${CMAKE_SOURCE_DIR}/packaging/systemd/madoguchi-server.service
  DESTINATION /lib/systemd/system COMPONENT server)
install(FILES ${CMAKE_SOURCE_DIR}/packaging/systemd/server.env DESTINATION /etc/madoguchi COMPONENT server)

# Installs the packages of this build into a clean Debian and starts them.
if(TARGET madoguchi AND TARGET madoguchi-cli AND TARGET madoguchi-server)
  add_test(NAME packagetest COMMAND bash -c
    "packaging/make-packages.sh '${CMAKE_BINARY_DIR}' '${CMAKE_BINARY_DIR}/packages' && packaging/test-packages.sh '${CMAKE_BINARY_DIR}/packages/repo'"
    WORKING_DIRECTORY ${CMAKE_SOURCE_DIR})
  set_tests_properties(packagetest PROPERTIES LABELS package TIMEOUT 900)
endif()
