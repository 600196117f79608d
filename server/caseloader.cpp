// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/caseloader.h"

#include "core/cases/casecodec.h"
#include "server/audit/audittrail.h"
#include "server/identity/accounts.h"
#include "server/stamping.h"

namespace madoguchi::server {

namespace {

core::Result<void> claim(Writing& writing, const core::CaseState& state) {
  const auto taken = [&](const std::string& number) {
    return !number.empty() && !writing.claimNumber(number, state.id);
  };
  if (taken(state.number) || (state.decision && taken(state.decision->documentNumber)))
    return core::failure(core::ErrorCode::AlreadyExists, "a number is taken by another case");
  return {};
}

} // namespace

core::Result<void> loadCases(Writing& writing, const Catalog& catalog,
                             const std::vector<core::CaseRecord>& records, const std::string& action,
                             core::Instant now) {
  std::vector<core::CaseId> ids;
  ids.reserve(records.size());
  for (const auto& record : records)
    ids.push_back(record.state.id);
  if (!writing.lockCases(ids).empty())
    return core::failure(core::ErrorCode::AlreadyExists, "a case with this id exists");
  CaseChanges changes(writing);
  AuditTrail audit(writing);
  for (const core::CaseRecord& record : records) {
    const core::CaseState& state = record.state;
    if (catalog.find(state.procedure, state.procedureVersion) == nullptr)
      return core::failure(core::ErrorCode::NoSuchProcedure,
                           procedureKey(state.procedure, state.procedureVersion));
    if (catalog.offices.find(state.office) == nullptr)
      return core::failure(core::ErrorCode::NoSuchOffice, state.office.value);
    if (auto claimed = claim(writing, state); !claimed) return tl::unexpected(claimed.error());
    auto text = core::toText(record);
    auto digest = core::digestOf(text);
    AuditEntry entry{state.office, now, consoleUser(), action, state.id.value, {}};
    entry.details["digest"] = digest;
    entry.details["version"] = state.version;
    audit.add(entry);
    for (const auto& document : state.documents)
      writing.linkBlob(document.blob, state.id);
    if (state.notice && !state.notice->pdf.empty()) writing.linkBlob(state.notice->pdf, state.id);
    changes.put(std::nullopt, state, catalog.scopeOf(state), std::move(text), std::move(digest));
  }
  audit.write();
  (void)changes.write();
  return {};
}

} // namespace madoguchi::server
