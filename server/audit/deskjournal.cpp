// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/audit/deskjournal.h"

#include "core/base/uuid.h"
#include "protocol/limits.h"
#include "server/audit/audittrail.h"
#include "server/catalog.h"

#include <algorithm>
#include <array>

namespace madoguchi::server {

namespace {

constexpr std::array<std::string_view, 6> kActions = {"view", "search", "print",
                                                      "copy", "export", "openDocument"};
constexpr std::size_t kMaxSubject = 128;

core::Result<void> check(const Caller& caller, const core::DeskAuditRow& row) {
  if (row.actor != caller.actor.id)
    return core::failure(core::ErrorCode::NotPermitted, "a row of another user");
  if (!core::isUuid(row.id)) return core::failure(core::ErrorCode::InvalidArgument, "a row needs a UUID");
  if (std::find(kActions.begin(), kActions.end(), row.action) == kActions.end())
    return core::failure(core::ErrorCode::InvalidArgument, "an action that no desk has");
  if (row.subject.size() > kMaxSubject)
    return core::failure(core::ErrorCode::InvalidArgument, "a subject is an id or a count");
  return {};
}

// The chains of those rows that name a case: of its office.
std::map<std::string, core::OfficeId> chainsOf(Writing& writing, const protocol::AuditRun& run) {
  std::vector<core::CaseId> cases;
  for (const core::DeskAuditRow& row : run.rows)
    if (core::isUuid(row.subject)) cases.emplace_back(row.subject);
  std::map<std::string, core::OfficeId> chains;
  for (const auto& [id, scope] : writing.scopesOf(cases))
    if (const auto place = caseScopeFrom(scope)) chains.emplace(id.value, place->office);
  return chains;
}

} // namespace

core::Result<protocol::AuditAcknowledged> DeskJournal::enter(const Caller& caller,
                                                             const protocol::AuditRun& run) {
  if (run.rows.size() > protocol::kMaxCommandsPerRun)
    return core::failure(core::ErrorCode::TooLarge, "too many rows in one run");
  for (const auto& row : run.rows)
    if (auto checked = check(caller, row); !checked) return tl::unexpected(checked.error());
  protocol::AuditAcknowledged acknowledged;
  const auto written = m_store.write([&](Writing& writing) -> core::Result<void> {
    acknowledged.ids.clear();
    const auto account = writing.account(caller.actor.id);
    const core::OfficeId own = account ? account->person.office : core::OfficeId{};
    AuditTrail trail(writing);
    for (const core::DeskAuditRow& row : run.rows)
      acknowledged.ids.push_back(row.id);
    const auto chains = chainsOf(writing, run);
    std::set<std::string> entered = writing.deskRowsKnown(acknowledged.ids);
    std::vector<std::string> added;
    for (const core::DeskAuditRow& row : run.rows) {
      if (!entered.insert(row.id).second) continue;
      const auto chain = chains.find(row.subject);
      AuditEntry entry{chain == chains.end() ? own : chain->second,
                       m_clock(),
                       caller.actor.id,
                       row.action,
                       row.subject,
                       {}};
      entry.details["device"] = caller.device.value;
      entry.details["deviceAt"] = core::toText(row.at);
      entry.details["deskRow"] = row.id;
      entry.details["request"] = caller.requestId;
      trail.add(entry);
      added.push_back(row.id);
    }
    const auto places = trail.write();
    std::map<std::string, AuditHead> rows;
    for (std::size_t i = 0; i < added.size(); ++i)
      rows.emplace(added[i], places[i]);
    writing.enterDeskRows(rows);
    return {};
  });
  if (!written) return tl::unexpected(written.error());
  return acknowledged;
}

} // namespace madoguchi::server
