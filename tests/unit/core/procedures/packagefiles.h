// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/procedures/procedurereader.h"
#include "tests/support/testsupport.h"

#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

namespace madoguchi::tests {

inline std::string textOf(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

using PackageFiles = std::map<std::string, std::string>;

inline PackageFiles packageFiles(const std::string& id) {
  PackageFiles files;
  for (const auto& entry : std::filesystem::directory_iterator(resourcesFolder() + "/procedures/" + id))
    files[entry.path().filename().string()] = textOf(entry.path());
  return files;
}

inline std::vector<std::string> packageIds() {
  return {"disclosure-request",
          "food-business-permit",
          "imported-log",
          "industrial-waste-collection-permit",
          "outdoor-advertisement-permit",
          "road-occupation-permit",
          "tuition-support-grant"};
}

inline core::Procedure packaged(const std::string& id) {
  return core::readProcedure(packageFiles(id)).value();
}

} // namespace madoguchi::tests
