# Madoguchi - SQLCipher, linked statically so that an installed PC needs no backports,
# and SQLiteCpp's static wrapper over it. No other SQLite library may enter a process.
# SPDX-License-Identifier: GPL-3.0-or-later

find_path(SQLCIPHER_INCLUDE_DIR sqlite3.h PATH_SUFFIXES sqlcipher NO_DEFAULT_PATH PATHS /usr/include REQUIRED)
find_library(SQLCIPHER_LIBRARY libsqlcipher.a REQUIRED)
find_library(SQLITECPP_LIBRARY libSQLiteCpp.a REQUIRED)

add_library(madoguchi_sqlcipher INTERFACE)
target_include_directories(madoguchi_sqlcipher SYSTEM INTERFACE ${SQLCIPHER_INCLUDE_DIR})
target_compile_definitions(madoguchi_sqlcipher INTERFACE SQLITE_HAS_CODEC)
target_link_libraries(madoguchi_sqlcipher INTERFACE
  ${SQLITECPP_LIBRARY} ${SQLCIPHER_LIBRARY} OpenSSL::Crypto ZLIB::ZLIB Threads::Threads ${CMAKE_DL_LIBS} m)
