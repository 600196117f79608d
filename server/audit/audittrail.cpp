// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/audit/audittrail.h"

namespace madoguchi::server {

AuditHead AuditTrail::add(const AuditEntry& entry) {
  core::json::object record = entry.details;
  record["action"] = entry.action;
  record["actor"] = entry.actor.value;
  record["at"] = core::toText(entry.at);
  if (!entry.subject.empty()) record["subject"] = entry.subject;

  const std::string& chain = entry.office.value;
  auto known = m_heads.find(chain);
  if (known == m_heads.end()) known = m_heads.emplace(chain, m_writing.auditHead(chain)).first;
  AuditHead& head = known->second;
  AuditRow row{chain, head.number + 1, core::canonicalJson(record), {}};
  row.hash = core::sha256Hex(head.hash + "\n" + std::to_string(row.number) + "\n" + row.record);
  head.number = row.number;
  head.hash = row.hash;
  m_rows.push_back(std::move(row));
  return head;
}

void AuditTrail::write() {
  m_writing.appendAudit(m_rows);
  m_rows.clear();
}

} // namespace madoguchi::server
