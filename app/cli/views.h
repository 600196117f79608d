// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"
#include "core/desk/casequery.h"
#include "core/sync/outbox.h"
#include "sync/status.h"

#include <string>
#include <vector>

/// What the verbs print, as JSON and as text.
namespace madoguchi::app {

[[nodiscard]] core::json::value rowJson(const core::CaseListRow& row);
[[nodiscard]] core::json::value entryJson(const core::OutboxEntry& entry);
[[nodiscard]] core::json::value statusJson(const sync::Status& status);

/// Columns of even width, for a terminal; by characters, not by their width.
[[nodiscard]] std::string table(const std::vector<std::vector<std::string>>& lines);
[[nodiscard]] std::vector<std::string> rowCells(const core::CaseListRow& row);
[[nodiscard]] std::vector<std::string> rowTitles();
/// RFC 4180 with a byte order mark; cells that a spreadsheet would take for a formula get an apostrophe.
[[nodiscard]] std::string csv(const std::vector<std::vector<std::string>>& lines);

} // namespace madoguchi::app
