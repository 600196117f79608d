// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/store.h"

#include <string>
#include <vector>

namespace madoguchi::server {

/// One entry of the audit. Empty fields are left out of the record.
struct AuditEntry {
  core::OfficeId office; ///< whose chain; empty for what belongs to no office
  core::Instant at{};
  core::UserId actor;
  std::string action;  ///< kind of a command, or signIn, view, search …
  std::string subject; ///< id of a case, user or office, or a count; never personal data
  core::json::object details;
};

/// Appends entries to the hash chains, in one transaction: each row's hash covers the one before it. The
/// heads are taken late and in the order of their names, because they are locks where several write at a
/// time. server/verify checks the same rule with code of its own.
class AuditTrail {
public:
  explicit AuditTrail(Writing& writing) : m_writing(writing) {}
  void add(const AuditEntry& entry);
  /// The places of the entries in their chains, in the order in which they were added.
  std::vector<AuditHead> write();

private:
  Writing& m_writing;
  std::vector<AuditRow> m_rows; ///< without number and hash as yet
};

} // namespace madoguchi::server
