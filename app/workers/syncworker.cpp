// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workers/syncworker.h"

#include "app/workers/syncloop.h"

namespace madoguchi::app {

SyncWorker::SyncWorker(sync::http::ServerAddress address, QObject* parent) : ServerLine(parent) {
  const auto reported = [this](sync::Status status) {
    QMetaObject::invokeMethod(
        this,
        [this, status = std::move(status)] {
          m_status = status;
          Q_EMIT statusChanged();
        },
        Qt::QueuedConnection);
  };
  m_loop = new SyncLoop(std::move(address), reported);
  m_loop->transport().setMoved([this](const sync::Transfer& transfer) {
    QMetaObject::invokeMethod(
        this, [this, transfer] { Q_EMIT transferred(transfer); }, Qt::QueuedConnection);
  });
  m_loop->moveToThread(&m_thread);
  connect(&m_thread, &QThread::finished, m_loop, &QObject::deleteLater);
  m_thread.setObjectName(QStringLiteral("sync"));
  m_thread.start();
}

SyncWorker::~SyncWorker() {
  m_thread.quit();
  m_thread.wait();
}

template <class Work>
void SyncWorker::onLoop(Work work) {
  QMetaObject::invokeMethod(m_loop, std::move(work), Qt::QueuedConnection);
}

void SyncWorker::signIn(protocol::SignIn message, std::function<void(core::Result<protocol::Session>)> done) {
  onLoop([this, message = std::move(message), done = std::move(done)] {
    m_loop->transport().signIn(message, [this, done](core::Result<protocol::Session> session) {
      if (session) m_loop->setToken(session->token);
      QMetaObject::invokeMethod(
          this, [done, session = std::move(session)]() mutable { done(std::move(session)); },
          Qt::QueuedConnection);
    });
  });
}

void SyncWorker::setToken(const std::string& token) {
  onLoop([this, token] { m_loop->setToken(token); });
}

void SyncWorker::signOut() {
  onLoop([this] {
    m_loop->transport().signOut();
    m_loop->setToken({});
  });
}

void SyncWorker::begin(StoreWorker& store, const core::UserId& user, const core::DeviceId& device,
                       bool follow) {
  connect(&store, &StoreWorker::outboxCounted, m_loop,
          [this](const OutboxTally& tally) { m_loop->take(sync::LocalWork{tally.waiting}); });
  onLoop([this, &store, user, device, follow] { m_loop->begin(store, user, device, follow); });
}

void SyncWorker::end() {
  QMetaObject::invokeMethod(
      m_loop, [this] { m_loop->end(); }, Qt::BlockingQueuedConnection);
}

void SyncWorker::syncNow() {
  onLoop([this] { m_loop->take(sync::SyncAsked{}); });
}

void SyncWorker::networkReturned() {
  onLoop([this] { m_loop->take(sync::NetworkReturned{}); });
}

void SyncWorker::allowRemoval() {
  onLoop([this] { m_loop->take(sync::RemovalAllowed{}); });
}

void SyncWorker::recordAbsence(const core::AttendanceChange& change,
                               std::function<void(core::Result<void>)> done) {
  onLoop([this, change, done = std::move(done)] {
    m_loop->transport().recordAbsence(change, [this, done](core::Result<void> recorded) {
      QMetaObject::invokeMethod(
          this, [done, recorded = std::move(recorded)]() mutable { done(std::move(recorded)); },
          Qt::QueuedConnection);
    });
  });
}

void SyncWorker::setCache(const core::DeviceId& device, const core::UserId& user) {
  onLoop([this, device, user] { m_loop->transport().setCache(device, user); });
}

void SyncWorker::recover(protocol::SealedRun run,
                         std::function<void(core::Result<protocol::Recovered>)> done) {
  onLoop([this, run = std::move(run), done = std::move(done)] {
    m_loop->transport().recover(run, [this, done](core::Result<protocol::Recovered> recovered) {
      QMetaObject::invokeMethod(
          this, [done, recovered = std::move(recovered)]() mutable { done(std::move(recovered)); },
          Qt::QueuedConnection);
    });
  });
}

void SyncWorker::download(const core::BlobId& blob, std::function<void(core::Result<std::string>)> done) {
  onLoop([this, blob, done = std::move(done)] {
    m_loop->transport().download(blob, [this, done](core::Result<std::string> content) {
      QMetaObject::invokeMethod(
          this, [done, content = std::move(content)]() mutable { done(std::move(content)); },
          Qt::QueuedConnection);
    });
  });
}

} // namespace madoguchi::app
