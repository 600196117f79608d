// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calendar/holidays.h"
#include "core/cases/actor.h"
#include "core/cases/attendance.h"
#include "core/procedures/formschema.h"
#include "core/procedures/procedure.h"
#include "server/store.h"

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <utility>

namespace madoguchi::server {

/// A procedure ready for use: read, checked, its form compiled.
struct CatalogProcedure {
  core::Procedure procedure;
  core::FormSchema form;
};

/// What the rules need to know besides the case: an immutable snapshot of the references.
class Catalog {
public:
  core::OfficeTree offices;
  core::HolidayTable holidays;
  core::AbsenceBook absences;
  /// By reference key, "<id>@<version>".
  std::map<std::string, std::shared_ptr<const CatalogProcedure>> procedures;
  std::map<std::string, std::string> digests; ///< of the procedures, by the same key

  /// Null where that version is not known.
  [[nodiscard]] const CatalogProcedure* find(const core::ProcedureId& id, int version) const;
  /// The scope in which a case of the state lives.
  [[nodiscard]] core::ScopeName scopeOf(const core::CaseState& state) const;
  /// The ids of all procedures of a group.
  [[nodiscard]] std::set<core::ProcedureId> ofGroup(const std::string& group) const;
};

/// What the name of a scope of cases says: "office/<office>/<group>/<ordinary|protected>"; an office id holds
/// no slash. Nothing for other scopes.
struct CaseScope {
  core::OfficeId office;
  std::string group;
  bool isProtected = false;
};
[[nodiscard]] std::optional<CaseScope> caseScopeFrom(const core::ScopeName& name);

[[nodiscard]] std::string procedureKey(const core::ProcedureId& id, int version);

/// Reads the catalog as the transaction sees it, whatever it may have changed itself. `before` (may be null)
/// saves compiling procedures that are the same. Throws StoreFailure where a stored reference cannot be read.
[[nodiscard]] std::shared_ptr<const Catalog> loadCatalog(Reading& reading, const Catalog* before = nullptr);

/// Reads the catalog anew only when the global scope is another. Thread-safe.
class CatalogCache {
public:
  /// Not for a transaction that has changed references: if it were given up, the change would stay here.
  [[nodiscard]] std::shared_ptr<const Catalog> current(Reading& reading);

private:
  std::mutex m_mutex;
  std::pair<std::int64_t, std::string> m_seen; ///< seq and sum
  std::shared_ptr<const Catalog> m_catalog;
};

/// The scopes among `counters` that the actor may see now. A scope of cases is seen as a whole or not at all:
/// a grant for some procedures opens it only where the actor's grants cover its whole group.
[[nodiscard]] std::vector<ScopeCounter> visibleScopes(const core::Actor& actor, const Catalog& catalog,
                                                      const std::vector<ScopeCounter>& counters);

} // namespace madoguchi::server
