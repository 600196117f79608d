// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workers/syncloop.h"

#include "app/profile/log.h"
#include "app/workers/stamp.h"

namespace madoguchi::app {

namespace {

void logRequest(const sync::http::RequestRecord& record) {
  const std::string text = record.requestId + ' ' + record.method + ' ' + record.path + ' ' +
                           (record.error.empty() ? std::to_string(record.status) : record.error) + ' ' +
                           std::to_string(record.milliseconds) + "ms";
  if (record.error.empty() && record.status < 400)
    logInfo("request", text);
  else
    logWarning("request", text);
}

} // namespace

SyncLoop::SyncLoop(sync::http::ServerAddress address, Reported reported)
    : m_transport(std::move(address), logRequest, this), m_reported(std::move(reported)), m_timer(this) {
  m_timer.setSingleShot(true);
  connect(&m_timer, &QTimer::timeout, this, [this] { take(sync::Ticked{}); });
}

SyncLoop::~SyncLoop() = default;

void SyncLoop::begin(StoreWorker& store, const core::UserId& user, const core::DeviceId& device,
                     bool follow) {
  end();
  const quint64 round = ++m_round;
  m_engine = std::make_unique<sync::Engine>(randomShare);
  m_driver = std::make_unique<StoreDriver>(store, answerOf(round));
  store.background([this, &store, round, user, device, follow](storage::Cache& cache) {
    const auto cursor = cache.cursor();
    const auto snapshots = cache.snapshots();
    const auto confirmed = cache.confirmed();
    if (!cursor || !snapshots || !confirmed) {
      const core::Error& error = !cursor      ? cursor.error()
                                 : !snapshots ? snapshots.error()
                                              : confirmed.error();
      logWarning("syncNotStarted", core::toText(error.code));
      return true;
    }
    sync::Started event{*cursor, {}, user, device, StoreWorker::tallyOf(cache).waiting, follow};
    for (const auto& progress : *snapshots)
      event.snapshots.push_back({progress.scope, progress.after});
    event.readyMadeSchema = cache.readyMadeSchema().value_or(0);
    event.confirmed = *confirmed;
    QMetaObject::invokeMethod(
        this,
        [this, &store, round, event = std::move(event), file = cache.file()]() mutable {
          if (round != m_round || !m_engine) return;
          m_readyMade = std::make_unique<ReadyMadeTaker>(m_transport, store, std::move(file), answerOf(round),
                                                         ReadyMadeTaker::Limits());
          started(std::move(event));
        },
        Qt::QueuedConnection);
    return true;
  });
}

/// The loop outlives the store thread, so the store may answer at any time.
std::function<void(sync::Event)> SyncLoop::answerOf(quint64 round) {
  return [this, round](sync::Event event) {
    QMetaObject::invokeMethod(
        this,
        [this, round, event = std::move(event)]() mutable {
          if (round == m_round && m_engine) take(std::move(event));
        },
        Qt::QueuedConnection);
  };
}

void SyncLoop::started(sync::Started&& event) {
  take(std::move(event));
  if (m_hasToken) take(sync::SignedIn{});
}

void SyncLoop::end() {
  if (!m_engine) return;
  take(sync::Stopped{});
  ++m_round;
  m_timer.stop();
  m_engine.reset();
  m_readyMade.reset();
  m_driver.reset();
}

void SyncLoop::setToken(const std::string& token) {
  m_hasToken = !token.empty();
  m_transport.setToken(token);
  if (m_hasToken)
    take(sync::SignedIn{});
  else
    take(sync::SignedOut{});
}

void SyncLoop::take(sync::Event event) {
  if (!m_engine) return;
  for (auto& action : m_engine->step(std::move(event), systemNow()))
    carryOut(std::move(action));
}

void SyncLoop::carryOut(sync::Action&& action) {
  if (const auto* request = std::get_if<sync::HttpRequest>(&action)) {
    m_transport.send(*request, [this](sync::HttpReply&& reply) { take(std::move(reply)); });
  } else if (const auto* cancel = std::get_if<sync::CancelRequest>(&action)) {
    m_transport.cancel(cancel->request);
  } else if (const auto* timer = std::get_if<sync::SetTimer>(&action)) {
    const auto wait =
        std::max<std::chrono::milliseconds>(timer->at - systemNow(), std::chrono::milliseconds(1));
    m_timer.start(std::chrono::duration_cast<std::chrono::milliseconds>(wait));
  } else if (auto* report = std::get_if<sync::ReportStatus>(&action)) {
    m_reported(std::move(report->status));
  } else if (const auto* readyMade = std::get_if<sync::TakeReadyMade>(&action)) {
    m_readyMade->take(readyMade->file);
  } else {
    m_driver->carryOut(std::move(action));
  }
}

} // namespace madoguchi::app
