// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workers/cachedcommandsink.h"

#include "app/workers/stamp.h"

namespace madoguchi::app {

CachedCommandSink::CachedCommandSink(const Workers& workers, const models::ReferenceSource& references,
                                     CachedDrafts& drafts, QObject* parent)
    : models::CommandSink(parent), m_workers(workers), m_references(references), m_drafts(drafts) {}

bool CachedCommandSink::isOnline() const {
  return m_workers.sync.status().link == sync::Status::Link::Online;
}

core::Command CachedCommandSink::commandOf(const core::CaseId& caseId, std::int64_t baseVersion,
                                           const core::CommandBody& body) const {
  core::Command command;
  command.id = core::CommandId(newId());
  command.caseId = caseId.empty() ? core::CaseId(newId()) : caseId;
  command.baseVersion = baseVersion;
  command.actor = m_references.references()->me.id;
  command.device = m_workers.device;
  command.madeAt = systemNow();
  command.body = body;
  return command;
}

std::optional<core::Command>
CachedCommandSink::commandOf(const core::CaseId& caseId, const std::optional<core::CommandBody>& body) const {
  if (!body) return {};
  const auto version = m_versions.find(caseId);
  return commandOf(caseId, version == m_versions.end() ? 0 : version->second, *body);
}

void CachedCommandSink::perform(quint64 request, const core::CaseId& caseId, std::int64_t baseVersion,
                                const core::CommandBody& body, const models::Drafts& taken) {
  run(
      request,
      [command = commandOf(caseId, baseVersion, body), online = isOnline(),
       keys = CachedDrafts::keyed(caseId, taken)](storage::Cache& cache) {
        return cache.perform(command, online, keys);
      },
      taken);
}

void CachedCommandSink::takeBack(quint64 request, const core::CommandId& command, const core::CaseId& caseId,
                                 const std::optional<core::CommandBody>& inverse) {
  run(request, [command, undo = commandOf(caseId, inverse), now = systemNow(), online = isOnline()](
                   storage::Cache& cache) { return cache.takeBack(command, undo, now, online); });
}

void CachedCommandSink::resolve(quint64 request, const core::CommandId& command, const core::CaseId& caseId,
                                const std::optional<core::CommandBody>& replacement) {
  run(request, [command, instead = commandOf(caseId, replacement), now = systemNow(), online = isOnline()](
                   storage::Cache& cache) { return cache.resolve(command, instead, now, online); });
}

void CachedCommandSink::run(quint64 request, Act act, const models::Drafts& taken) {
  const QPointer<CachedCommandSink> self(this);
  m_workers.store.urgent([&store = m_workers.store, self, request, act = std::move(act),
                          taken](storage::Cache& cache) {
    auto result = act(cache);
    if (result) store.tell(cache, result->changes);
    store.reply(self,
                [self, request, taken, result = std::move(result)] { self->finish(request, result, taken); });
  });
}

void CachedCommandSink::finish(quint64 request, const storage::PerformResult& result,
                               const models::Drafts& taken) {
  if (!result) {
    Q_EMIT refused(request, result.error());
    return;
  }
  m_versions[result->caseId] = result->version;
  m_drafts.forget(result->caseId, taken);
  Q_EMIT done(request, {result->command, result->caseId, result->version, result->body, result->inverse});
}

} // namespace madoguchi::app
