// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workers/cacheddrafts.h"
#include "app/workers/workers.h"
#include "models/ports/commandsink.h"
#include "models/ports/referencesource.h"

#include <map>

namespace madoguchi::app {

/// Performs commands in the cache, on the store thread; the sync worker sends them on. UI thread.
class CachedCommandSink final : public models::CommandSink {
  Q_OBJECT

public:
  CachedCommandSink(const Workers& workers, const models::ReferenceSource& references, CachedDrafts& drafts,
                    QObject* parent = nullptr);

  void perform(quint64 request, const core::CaseId& caseId, std::int64_t baseVersion,
               const core::CommandBody& body, const models::Drafts& taken) override;
  void takeBack(quint64 request, const core::CommandId& command, const core::CaseId& caseId,
                const std::optional<core::CommandBody>& inverse) override;
  void resolve(quint64 request, const core::CommandId& command, const core::CaseId& caseId,
               const std::optional<core::CommandBody>& replacement) override;

private:
  using Act = std::function<storage::PerformResult(storage::Cache&)>;

  [[nodiscard]] core::Command commandOf(const core::CaseId& caseId, std::int64_t baseVersion,
                                        const core::CommandBody& body) const;
  [[nodiscard]] std::optional<core::Command> commandOf(const core::CaseId& caseId,
                                                       const std::optional<core::CommandBody>& body) const;
  void run(quint64 request, Act act, const models::Drafts& taken = {});
  void finish(quint64 request, const storage::PerformResult& result, const models::Drafts& taken);
  [[nodiscard]] bool isOnline() const;

  Workers m_workers;
  const models::ReferenceSource& m_references;
  CachedDrafts& m_drafts;
  std::map<core::CaseId, std::int64_t> m_versions; ///< of the cases acted on, after the last act
};

} // namespace madoguchi::app
