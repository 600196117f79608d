// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/event.h"
#include "server/catalog.h"
#include "server/store.h"
#include "server/tokens.h"

#include <string>
#include <vector>

namespace madoguchi::server {

/// Brings in cases that were made elsewhere (generate, import): stamped, counted and audited like any other
/// change, but not decided by the rules.
class CaseLoader {
public:
  CaseLoader(Store& store, CatalogCache& catalogs, Clock clock)
      : m_store(store), m_catalogs(catalogs), m_clock(std::move(clock)) {}

  /// All or nothing, in one transaction. `action` names the source in the audit. Errors: AlreadyExists,
  /// NoSuchProcedure, NoSuchOffice.
  [[nodiscard]] core::Result<void> load(const std::vector<core::CaseRecord>& records,
                                        const std::string& action);

private:
  Store& m_store;
  CatalogCache& m_catalogs;
  Clock m_clock;
};

} // namespace madoguchi::server
