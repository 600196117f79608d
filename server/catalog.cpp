// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/catalog.h"

#include "core/base/codec.h"
#include "core/procedures/procedurereader.h"
#include "server/identity/attendance.h"

#include <algorithm>

namespace madoguchi::server {

namespace {

[[noreturn]] void corrupt(const core::ReferenceRow& row, const core::Error& why) {
  throw StoreFailure{{core::ErrorCode::StorageCorrupt, row.entity + " " + row.key + ": " + why.detail}};
}

core::json::value documentOf(const core::ReferenceRow& row) {
  auto value = core::parseJson(row.document);
  if (!value) corrupt(row, value.error());
  return std::move(*value);
}

std::shared_ptr<const CatalogProcedure> compiled(const core::ReferenceRow& row) {
  auto procedure = core::procedureFromJson(documentOf(row));
  if (!procedure) corrupt(row, procedure.error());
  auto form = core::FormSchema::compile(procedure->form);
  if (!form) corrupt(row, form.error());
  return std::make_shared<const CatalogProcedure>(CatalogProcedure{std::move(*procedure), std::move(*form)});
}

bool readsCases(core::Role role) {
  return role == core::Role::Clerk || role == core::Role::Supervisor || role == core::Role::Approver ||
         role == core::Role::Auditor;
}

bool mayFollow(const core::Actor& actor, const Catalog& catalog, const CaseScope& scope) {
  std::set<core::ProcedureId> covered;
  for (const core::Grant& grant : actor.grants) {
    if (!readsCases(grant.role) || (scope.isProtected && !grant.protectedToo) ||
        !catalog.offices.isWithin(scope.office, grant.office))
      continue;
    if (!grant.procedure) return true;
    covered.insert(*grant.procedure);
  }
  const auto group = catalog.ofGroup(scope.group);
  return !group.empty() && std::includes(covered.begin(), covered.end(), group.begin(), group.end());
}

} // namespace

std::optional<CaseScope> caseScopeFrom(const core::ScopeName& name) {
  constexpr std::string_view kPrefix = "office/";
  if (!name.starts_with(kPrefix)) return std::nullopt;
  const auto afterOffice = name.find('/', kPrefix.size());
  const auto afterGroup = name.rfind('/');
  if (afterOffice == std::string::npos || afterGroup <= afterOffice) return std::nullopt;
  return CaseScope{core::OfficeId(name.substr(kPrefix.size(), afterOffice - kPrefix.size())),
                   name.substr(afterOffice + 1, afterGroup - afterOffice - 1),
                   name.substr(afterGroup + 1) == "protected"};
}

std::string procedureKey(const core::ProcedureId& id, int version) {
  return id.value + "@" + std::to_string(version);
}

const CatalogProcedure* Catalog::find(const core::ProcedureId& id, int version) const {
  const auto found = procedures.find(procedureKey(id, version));
  return found == procedures.end() ? nullptr : found->second.get();
}

core::ScopeName Catalog::scopeOf(const core::CaseState& state) const {
  const CatalogProcedure* known = find(state.procedure, state.procedureVersion);
  return core::officeScope(state.office, known == nullptr ? "unknown" : known->procedure.group,
                           state.visibility == core::Visibility::Protected);
}

std::set<core::ProcedureId> Catalog::ofGroup(const std::string& group) const {
  std::set<core::ProcedureId> ids;
  for (const auto& [key, known] : procedures)
    if (known->procedure.group == group) ids.insert(known->procedure.id);
  return ids;
}

std::shared_ptr<const Catalog> loadCatalog(Reading& reading, const Catalog* before) {
  auto catalog = std::make_shared<Catalog>();
  std::vector<core::Office> offices;
  for (const auto& row : reading.references(core::globalScope(), "office")) {
    auto office = core::codec::read<core::Office>(documentOf(row));
    if (!office) corrupt(row, office.error());
    offices.push_back(std::move(*office));
  }
  catalog->offices = core::OfficeTree(std::move(offices));
  for (const auto& row : reading.references(core::globalScope(), "holidays")) {
    auto holidays = core::HolidayTable::parse(row.document);
    if (!holidays) corrupt(row, holidays.error());
    catalog->holidays = std::move(*holidays);
  }
  catalog->absences = loadAbsences(reading);
  for (const auto& row : reading.references(core::globalScope(), "procedure")) {
    const auto known = before == nullptr ? std::map<std::string, std::string>::const_iterator{}
                                         : before->digests.find(row.key);
    const bool same = before != nullptr && known != before->digests.end() && known->second == row.digest;
    catalog->procedures[row.key] = same ? before->procedures.at(row.key) : compiled(row);
    catalog->digests[row.key] = row.digest;
  }
  return catalog;
}

std::shared_ptr<const Catalog> CatalogCache::current(Reading& reading) {
  const auto counter = reading.counter(core::globalScope());
  const std::pair seen(counter ? counter->seq : 0, counter ? counter->sum.hex() : std::string());
  const std::lock_guard lock(m_mutex);
  // Also one that went back: a fail-over may have lost commits, and their numbers come anew with others.
  if (!m_catalog || seen != m_seen) {
    m_catalog = loadCatalog(reading, m_catalog.get());
    m_seen = seen;
  }
  return m_catalog;
}

std::vector<ScopeCounter> visibleScopes(const core::Actor& actor, const Catalog& catalog,
                                        const std::vector<ScopeCounter>& counters) {
  std::vector<ScopeCounter> visible;
  for (const ScopeCounter& counter : counters) {
    const auto cases = caseScopeFrom(counter.scope);
    const bool mine =
        cases ? mayFollow(actor, catalog, *cases)
              : counter.scope == core::globalScope() || counter.scope == core::userScope(actor.id);
    if (mine) visible.push_back(counter);
  }
  return visible;
}

} // namespace madoguchi::server
