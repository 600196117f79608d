# Madoguchi - the few functions that the CMakeLists share.
# SPDX-License-Identifier: GPL-3.0-or-later

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/bin)

option(MADOGUCHI_SANITIZE "Build with AddressSanitizer and UBSan" OFF)
option(MADOGUCHI_FUZZ "Build the fuzzers of tests/fuzz instead of their test; needs clang" OFF)

find_program(CCACHE ccache)
if(CCACHE)
  # Precompiled headers and ccache agree only with these settings.
  set(CMAKE_CXX_COMPILER_LAUNCHER
      ${CMAKE_COMMAND} -E env CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime
      CCACHE_PCH_EXTSUM=true ${CCACHE})
endif()
find_program(MOLD mold)
if(MOLD)
  add_link_options(-fuse-ld=mold)
endif()

add_library(madoguchi_options INTERFACE)
target_compile_options(madoguchi_options INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual -Wold-style-cast
  -Wimplicit-fallthrough $<$<CXX_COMPILER_ID:GNU>:-Werror -fpch-preprocess>
  # GCC 12 sees overflows and overlaps in std::string and std::optional at -O3 that are not there.
  $<$<CONFIG:Release>:-Wno-stringop-overflow -Wno-stringop-overread -Wno-array-bounds -Wno-restrict -Wno-maybe-uninitialized>)
target_include_directories(madoguchi_options INTERFACE ${CMAKE_SOURCE_DIR})
target_compile_definitions(madoguchi_options INTERFACE
  BOOST_JSON_NO_LIB BOOST_ASIO_NO_DEPRECATED BOOST_ALL_DYN_LINK QT_NO_KEYWORDS QT_NO_CAST_FROM_ASCII
  QT_NO_CAST_TO_ASCII)
if(MADOGUCHI_SANITIZE)
  add_compile_options(-fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer)
  # What the sanitizers add makes GCC take the library's own std::function for uninitialized.
  add_compile_options($<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>)
  add_link_options(-fsanitize=address,undefined)
endif()
if(MADOGUCHI_FUZZ)
  add_compile_options(-fsanitize=fuzzer-no-link)
endif()

# madoguchi_library(NAME SOURCES … USES targets… [PCH headers… | HEADERS_OF target])
# A static library: folder = target = namespace. Its arrows are its USES. It precompiles its own headers, or
# uses those of a target it rests on: each set takes seconds to compile and 0.1 to 0.3 GB of disk.
function(madoguchi_library name)
  cmake_parse_arguments(arg "" "HEADERS_OF" "SOURCES;USES;PCH" ${ARGN})
  add_library(${name} STATIC ${arg_SOURCES})
  target_link_libraries(${name} PUBLIC madoguchi_options ${arg_USES})
  if(arg_PCH)
    target_precompile_headers(${name} PRIVATE ${arg_PCH})
  elseif(arg_HEADERS_OF)
    target_precompile_headers(${name} REUSE_FROM ${arg_HEADERS_OF})
  endif()
endfunction()

# Runs moc over the sources that include "….moc". AUTOMOC does that too, but scans and compiles a file more for
# each of the many tests: minutes of a clean build. A rig whose header has a Q_OBJECT keeps it.
function(madoguchi_test_moc name)
  target_include_directories(${name} PRIVATE ${CMAKE_CURRENT_BINARY_DIR})
  foreach(source IN LISTS ARGN)
    cmake_path(REPLACE_EXTENSION source h OUTPUT_VARIABLE header)
    if(EXISTS ${CMAKE_CURRENT_SOURCE_DIR}/${header})
      file(STRINGS ${header} objects REGEX Q_OBJECT)
      if(objects)
        set_target_properties(${name} PROPERTIES AUTOMOC ON)
        return()
      endif()
    endif()
  endforeach()
  foreach(source IN LISTS ARGN)
    file(STRINGS ${source} moc REGEX "^#include \"[a-z0-9]+\\.moc\"")
    if(moc)
      cmake_path(GET source STEM stem)
      qt_generate_moc(${source} ${CMAKE_CURRENT_BINARY_DIR}/${stem}.moc TARGET ${name})
      target_sources(${name} PRIVATE ${CMAKE_CURRENT_BINARY_DIR}/${stem}.moc)
    endif()
  endforeach()
endfunction()

# madoguchi_test(NAME SOURCES … USES targets… [TIMEOUT seconds] [GUI])
# One Qt Test executable, run by CTest without a display. GUI: it links Qt Widgets, and so
# needs the precompiled header of guitestsupport instead of testsupport's.
function(madoguchi_test name)
  cmake_parse_arguments(arg "GUI" "TIMEOUT" "SOURCES;USES" ${ARGN})
  add_executable(${name} ${arg_SOURCES})
  madoguchi_test_moc(${name} ${arg_SOURCES})
  if(arg_GUI)
    target_link_libraries(${name} PRIVATE madoguchi_options ${arg_USES} guitestsupport testsupport)
    target_precompile_headers(${name} REUSE_FROM guitestsupport)
  else()
    target_link_libraries(${name} PRIVATE madoguchi_options ${arg_USES} testsupport)
    target_precompile_headers(${name} REUSE_FROM testsupport)
  endif()
  add_test(NAME ${name} COMMAND ${name})
  if(NOT arg_TIMEOUT)
    set(arg_TIMEOUT 300)
  endif()
  # CTest alone watches the time: Qt Test would end a function after five minutes on any machine.
  set_tests_properties(${name} PROPERTIES TIMEOUT ${arg_TIMEOUT}
    ENVIRONMENT "QT_QPA_PLATFORM=offscreen;QTEST_FUNCTION_TIMEOUT=1800000;MADOGUCHI_SHARED_DATA=${CMAKE_SOURCE_DIR}/../shared/data")
endfunction()

# madoguchi_proof(TEST…)
# These tests have full numbers, which `./dev prove` asks them for (tests/support/prove.h).
function(madoguchi_proof)
  set_property(TEST ${ARGV} APPEND PROPERTY LABELS prove)
endfunction()

# madoguchi_also_at_200(TEST…)
# These tests run once more as on a screen at 200 %.
function(madoguchi_also_at_200)
  foreach(test IN LISTS ARGN)
    add_test(NAME ${test}-200 COMMAND ${test})
    get_test_property(${test} ENVIRONMENT environment)
    get_test_property(${test} TIMEOUT timeout)
    set_tests_properties(${test}-200 PROPERTIES TIMEOUT ${timeout} ENVIRONMENT "${environment};QT_SCALE_FACTOR=2")
  endforeach()
endfunction()

# madoguchi_bench(NAME SOURCES … USES targets…)
# A measurement, named …bench: prints name, measured, limit and ratio. `./dev bench` builds and runs all.
add_custom_target(benchmarks)
function(madoguchi_bench name)
  cmake_parse_arguments(arg "" "" "SOURCES;USES" ${ARGN})
  add_executable(${name} ${arg_SOURCES})
  target_link_libraries(${name} PRIVATE madoguchi_options ${arg_USES})
  add_dependencies(benchmarks ${name})
endfunction()
