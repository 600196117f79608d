// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/event.h"
#include "server/catalog.h"
#include "server/store.h"

#include <string>
#include <vector>

namespace madoguchi::server {

/// Brings in cases that were made elsewhere (generate, import): stamped, counted and audited like any other
/// change, but not decided by the rules. `action` names the source in the audit. Errors: AlreadyExists,
/// NoSuchProcedure, NoSuchOffice; the transaction must then be given up.
[[nodiscard]] core::Result<void> loadCases(Writing& writing, const Catalog& catalog,
                                           const std::vector<core::CaseRecord>& records,
                                           const std::string& action, core::Instant now);

} // namespace madoguchi::server
