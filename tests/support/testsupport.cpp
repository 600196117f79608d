// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testsupport.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace madoguchi::tests {

std::optional<std::string> sharedData() {
  const char* folder = std::getenv("MADOGUCHI_SHARED_DATA");
  if (folder == nullptr || !std::filesystem::is_directory(folder)) return std::nullopt;
  return folder;
}

std::string resourcesFolder() {
  return MADOGUCHI_SOURCE_DIR "/resources";
}

std::string readFile(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

} // namespace madoguchi::tests
