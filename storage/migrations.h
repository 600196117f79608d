// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/database.h"

#include <vector>

namespace madoguchi::storage {

/// A step from one schema to the next. Never edited once released: the next change is a new step.
struct Migration {
  int version = 0;
  std::vector<const char*> statements;
};

/// All steps, in order of their version, without gaps from 1 on.
[[nodiscard]] const std::vector<Migration>& migrations();
[[nodiscard]] int newestSchema();
[[nodiscard]] int schemaVersion(Database& database);

/// Takes the missing steps, each in a transaction of its own together with its version: killed at any
/// statement, the file has the schema before or after, never one between.
void migrate(Database& database);

} // namespace madoguchi::storage
