// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/eventlog/importplan.h"
#include "server/store.h"
#include "server/tokens.h"

#include <string>

namespace madoguchi::server {

struct LogImport {
  std::string file;
  std::string mappingFile;
  std::string name; ///< under which the log is known; from it the ids are made
};

/// Reads a log and puts its offices, staff and cases into the store in one transaction, under the newest
/// import-only procedure. Errors: FileUnreadable, FileBroken with line and reason, AlreadyExists for a log
/// that was imported before, NoSuchProcedure.
[[nodiscard]] core::Result<ImportSummary> importEventLog(Store& store, const LogImport& import,
                                                         const Clock& clock);

} // namespace madoguchi::server
