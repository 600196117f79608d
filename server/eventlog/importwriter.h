// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/actor.h"
#include "core/cases/event.h"
#include "core/procedures/procedure.h"
#include "server/eventlog/importplan.h"

#include <string>
#include <vector>

namespace madoguchi::server {

/// Somebody who acted in a log. Without a password: an administrator gives one to whoever shall sign in.
struct ImportedUser {
  core::Person person;
  std::string login;
  std::vector<core::Grant> grants;
  bool operator==(const ImportedUser&) const = default;
};

/// What an import puts into the store.
struct ImportedRecords {
  std::vector<core::Office> offices; ///< the top one first
  std::vector<ImportedUser> users;   ///< clerks of the top office
  std::vector<core::CaseRecord> cases;
};

/// Cases under an import-only procedure: arrival with the attributes of the log in the form, one StepImported
/// for each event of the log, and the closing with its day in the log's own offset. Pure, and ids are made
/// from `logName` and the log's own names, so the same import twice gives the same ids and is noticed.
/// Errors: InvalidArgument where the procedure is not import-only or `logName` is empty; FileBroken with
/// "case N: reason" where a name or an attribute does not fit the procedure's form.
[[nodiscard]] core::Result<ImportedRecords> makeRecords(const ImportPlan& plan, const std::string& logName,
                                                        const core::Procedure& procedure);

} // namespace madoguchi::server
