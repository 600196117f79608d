// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/casecodec.h"
#include "core/cases/rules.h"
#include "server/audit/audittrail.h"
#include "server/catalog.h"
#include "server/commands/commandservice.h"
#include "server/numbering.h"
#include "server/stamping.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace madoguchi::server {

/// One run within one transaction: decides command after command in memory, then stamps and writes all.
class CommandRun {
public:
  CommandRun(Writing& writing, const Catalog& catalog, const Caller& caller, core::Instant now,
             BlockedCases blocked)
      : m_writing(writing), m_catalog(catalog), m_caller(caller), m_now(now), m_blocked(std::move(blocked)),
        m_changes(writing), m_audit(writing) {}

  /// Locks what the run touches, and reads what it names, set by set. Call it once, before all else. False
  /// where an earlier command (empty: none) was not answered here, or at another moment.
  [[nodiscard]] bool begin(const std::vector<RunItem>& items, const core::Confirmation& confirmed);
  void answer(const RunItem& item);
  /// The answer to a command whose id has one already: the same again, to its maker and of the same payload.
  [[nodiscard]] static core::CommandAnswer answerAgain(const AppliedCommand& known, const RunItem& item,
                                                       const Caller& caller);
  /// Writes all effects and fills in the seq of each answer.
  [[nodiscard]] std::vector<core::CommandAnswer> write();
  [[nodiscard]] const BlockedCases& blocked() const { return m_blocked; }
  /// Contents that destroyed cases named; perhaps others do.
  [[nodiscard]] const std::vector<core::BlobId>& released() const { return m_released; }

private:
  struct Held {
    std::optional<core::CaseRow> before;
    std::optional<core::CaseRecord> record;
    core::CaseText text; ///< of a changed record
    std::string digest;  ///< likewise; empty: unchanged
  };

  void push(core::CommandAnswer answer, const RunItem& item);
  void store(const core::CommandAnswer& answer, const RunItem& item);
  [[nodiscard]] core::CommandAnswer decide(const core::Command& command, Held& held);
  void lockSeries(const std::vector<RunItem>& items);
  void read(Held& held) const;
  [[nodiscard]] std::optional<core::Refusal> forbidden(const core::Command& command) const;
  [[nodiscard]] std::optional<core::Refusal> blobMissing(const core::Command& command) const;
  [[nodiscard]] std::optional<core::Refusal> strangerAssigned(const core::Command& command, const Held& held);
  [[nodiscard]] core::Context contextOf(const core::Command& command, const Held& held) const;
  void offerNumbers(core::Context& context, const core::Command& command, const core::CaseState& state);
  void takeNumbers(const core::CaseState& before, const core::CaseState& after);
  void audit(const core::Command& command, const Held& held, const std::string& payloadHash);
  void place(const std::map<core::CaseId, CasePlace>& places);

  [[nodiscard]] std::string symbolOf(const core::OfficeId& office) const;
  [[nodiscard]] NumberOffer offer(std::string_view pattern, const core::OfficeId& office);

  Writing& m_writing;
  const Catalog& m_catalog;
  const Caller& m_caller;
  core::Instant m_now;
  BlockedCases m_blocked;
  CaseChanges m_changes;
  AuditTrail m_audit;
  NumberOffer m_offeredCase;
  NumberOffer m_offeredDocument;
  std::map<core::CommandId, AppliedCommand> m_known;
  std::map<core::CaseId, Held> m_cases;
  std::map<core::BlobId, BlobRow> m_blobs; ///< that the run names
  std::vector<core::BlobId> m_released;
  std::map<core::UserId, std::optional<Account>> m_assignees;
  std::vector<core::CommandAnswer> m_answers;
  std::vector<core::CaseId> m_caseOfAnswer;  ///< empty where the answer's place is known or there is none
  std::vector<std::size_t> m_answersToStore; ///< indexes into m_answers …
  std::vector<AppliedCommand> m_toStore;     ///< … and what is stored with them
};

} // namespace madoguchi::server
