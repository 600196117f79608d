// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/audit/audittrail.h"

namespace madoguchi::server {

void AuditTrail::add(const AuditEntry& entry) {
  core::json::object record = entry.details;
  record["action"] = entry.action;
  record["actor"] = entry.actor.value;
  record["at"] = core::toText(entry.at);
  if (!entry.subject.empty()) record["subject"] = entry.subject;
  m_rows.push_back({entry.office.value, 0, core::canonicalJson(record), {}});
}

std::vector<AuditHead> AuditTrail::write() {
  std::map<std::string, AuditHead> heads;
  for (const AuditRow& row : m_rows)
    heads.emplace(row.chain, AuditHead{});
  for (auto& [chain, head] : heads)
    head = m_writing.auditHead(chain);
  std::vector<AuditHead> places;
  for (AuditRow& row : m_rows) {
    AuditHead& head = heads.at(row.chain);
    row.number = head.number + 1;
    row.hash = core::sha256Hex(head.hash + "\n" + std::to_string(row.number) + "\n" + row.record);
    head = {row.chain, row.number, row.hash};
    places.push_back(head);
  }
  m_writing.appendAudit(m_rows);
  m_rows.clear();
  return places;
}

} // namespace madoguchi::server
