// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/deskclient.h"

#include "app/workers/stamp.h"
#include "tests/support/testsupport.h"

#include <QCoreApplication>

namespace madoguchi::tests {

using app::Awaited;
using app::SessionKeeper;

namespace {

template <class Value>
Value orFatal(core::Result<Value> result) {
  if (!result)
    qFatal("%s: %s", std::string(core::toText(result.error().code)).c_str(), result.error().detail.c_str());
  if constexpr (!std::is_void_v<Value>) return std::move(*result);
}

} // namespace

DeskClient::DeskClient(const ServerProcess& server, const QString& profileFolder,
                       std::function<core::Instant()> clock) {
  m_profiles = orFatal(app::ProfileFolder::open(profileFolder));
  m_keys = std::make_unique<app::DemonstrationKeyStore>(m_profiles->path() + QStringLiteral("/keys"));
  auto address =
      orFatal(sync::http::parseServerAddress(server.url().toStdString(), server.fingerprint().toStdString()));
  const auto appeal = readFile(resourcesFolder() + "/notices/appeal.json");
  SessionKeeper::Options options{orFatal(core::readAppealTexts(appeal)), false};
  options.clock = std::move(clock);
  options.pinCost = app::ProfileKeys::PinCost::Cheapest;
  m_session = std::make_unique<SessionKeeper>(*m_profiles, *m_keys, std::move(address), std::move(options));
}

DeskClient::~DeskClient() = default;

core::Result<void> DeskClient::signIn(const QString& login, const QString& password) {
  Awaited<core::Result<void>> awaited;
  QObject context;
  QObject::connect(m_session.get(), &SessionKeeper::failed, &context,
                   [&awaited](const core::Error& error) { awaited.set(tl::unexpected(error)); });
  QObject::connect(m_session.get(), &SessionKeeper::stateChanged, &context, [this, &awaited] {
    if (m_session->state() == SessionKeeper::State::SignedIn) awaited.set({});
  });
  m_session->signIn(login, password);
  return awaited.wait();
}

sync::Status DeskClient::sync() {
  beginSync();
  return awaitSync();
}

void DeskClient::beginSync() {
  auto& worker = m_session->sync();
  QObject::disconnect(m_watch);
  m_begun = m_ended = false;
  m_watch = QObject::connect(&worker, &app::SyncWorker::statusChanged, &m_owner, [this, &worker] {
    const auto& status = worker.status();
    // What an engine of before still has to say, or tries again, does not count.
    m_begun = m_begun || (status.syncing && !status.problem);
    const bool stopped = (status.problem || status.heldRemoval) && !status.syncing;
    m_ended = m_ended || (m_begun && (status.settled || stopped));
  });
  client().follow(false);
}

sync::Status DeskClient::awaitSync() {
  while (!m_ended)
    QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
  auto status = m_session->sync().status();
  // Or what is done from now on would be sent at once.
  m_session->sync().end();
  return status;
}

core::Result<core::CommandId> DeskClient::perform(const core::CaseId& id, core::CommandBody body) {
  Awaited<core::Result<core::CommandId>> awaited;
  QObject context;
  auto& sink = client().commands();
  const quint64 mine = sink.nextRequest();
  QObject::connect(&sink, &models::CommandSink::done, &context,
                   [&, mine](quint64 request, const models::CommandDone& done) {
                     if (request == mine) awaited.set(done.command);
                   });
  QObject::connect(&sink, &models::CommandSink::refused, &context,
                   [&, mine](quint64 request, const core::Refusal& refusal) {
                     if (request == mine) awaited.set(core::failure(refusal.code, refusal.detail));
                   });
  sink.perform(mine, id, state(id).version, body);
  return awaited.wait();
}

core::Result<void> DeskClient::resolve(const core::OutboxEntry& entry,
                                       const std::optional<core::CommandBody>& replacement) {
  Awaited<core::Result<void>> awaited;
  QObject context;
  auto& sink = client().commands();
  QObject::connect(&sink, &models::CommandSink::done, &context, [&] { awaited.set({}); });
  QObject::connect(&sink, &models::CommandSink::refused, &context,
                   [&](quint64, const core::Refusal& refusal) {
                     awaited.set(core::failure(refusal.code, refusal.detail));
                   });
  sink.resolve(sink.nextRequest(), entry.command, entry.caseId, replacement);
  return awaited.wait();
}

core::Result<core::BlobId> DeskClient::storeBlob(const QByteArray& content) {
  Awaited<core::Result<core::BlobId>> awaited;
  QObject context;
  auto& blobs = client().blobs();
  QObject::connect(&blobs, &models::BlobSource::stored, &context,
                   [&](quint64, const core::BlobId& blob) { awaited.set(blob); });
  QObject::connect(&blobs, &models::BlobSource::failed, &context,
                   [&](quint64, const core::Error& error) { awaited.set(tl::unexpected(error)); });
  blobs.store(blobs.nextRequest(), content);
  return awaited.wait();
}

template <class Value>
core::Result<Value> DeskClient::read(std::function<core::Result<Value>(storage::CaseReader&)> work) {
  Awaited<core::Result<Value>> awaited;
  client().reader().ask({&m_owner, 0, 0, false}, [&](core::Result<storage::CaseReader*> reader) {
    auto result = reader ? work(**reader) : core::Result<Value>(tl::unexpected(reader.error()));
    return [&awaited, result = std::move(result)] { awaited.set(result); };
  });
  return awaited.wait();
}

template <class Value>
Value DeskClient::onStore(std::function<Value(storage::Cache&)> work) {
  Awaited<Value> awaited;
  client().store().urgent([&](storage::Cache& cache) {
    auto result = work(cache);
    client().store().reply(QPointer<QObject>(&m_owner),
                           [&awaited, result = std::move(result)] { awaited.set(result); });
  });
  return awaited.wait();
}

core::CaseState DeskClient::state(const core::CaseId& id) {
  return orFatal(
             read<storage::OpenedRecord>([&id](storage::CaseReader& reader) { return reader.record(id); }))
      .record.state;
}

std::vector<core::CaseListRow> DeskClient::rows(const core::CaseQuery& query) {
  using Rows = std::vector<core::CaseListRow>;
  return orFatal(read<Rows>([&query](storage::CaseReader& reader) -> core::Result<Rows> {
    const auto keys = reader.keys(query);
    if (!keys) return tl::unexpected(keys.error());
    return reader.rows(*keys);
  }));
}

std::vector<core::CaseListRow> DeskClient::queue(core::Queue queue) {
  const auto references = client().references().references();
  return rows(core::queryFor(queue, references->me, references->offices, core::dayInJapan(app::systemNow())));
}

std::vector<core::OutboxEntry> DeskClient::outbox() {
  using Entries = core::Result<std::vector<core::OutboxEntry>>;
  return orFatal(onStore<Entries>([](storage::Cache& cache) { return cache.outbox(); }));
}

std::vector<core::Checkpoint> DeskClient::holdings() {
  return onStore<std::vector<core::Checkpoint>>([](storage::Cache& cache) { return cache.holdings(); });
}

std::vector<core::ScopeName> DeskClient::damaged() {
  using Scopes = core::Result<std::vector<core::ScopeName>>;
  return orFatal(onStore<Scopes>([](storage::Cache& cache) { return cache.verifySums(); }));
}

} // namespace madoguchi::tests
