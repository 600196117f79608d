// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "server/store.h"
#include "server/tokens.h"

#include <string>
#include <vector>

namespace madoguchi::server {

/// The folder with procedures/ and calendar/: `given`, else MADOGUCHI_RESOURCES, else beside the program
/// (a build tree or an installation), else where it was built to be installed. Errors: FileUnreadable.
[[nodiscard]] core::Result<std::string> resourcesFolder(const std::string& given);

struct BrokenPackage {
  std::string folder;
  std::string reason; ///< "file#pointer: reason"
};

struct LoadedResources {
  std::vector<std::string> procedures; ///< keys, "<id>@<version>"
  std::vector<BrokenPackage> broken;   ///< refused; the others were loaded all the same
};

/// Reads the packages below folder/procedures.
[[nodiscard]] core::Result<LoadedResources> checkProcedures(const std::string& folder);
/// Puts procedures and the holiday table into the store. An older version of a procedure stays, because cases
/// name it. Errors: FileUnreadable and FileBroken for the holidays.
[[nodiscard]] core::Result<LoadedResources> loadResources(Store& store, const std::string& folder,
                                                          const Clock& clock);

[[nodiscard]] core::Result<std::string> readFile(const std::string& file);

} // namespace madoguchi::server
