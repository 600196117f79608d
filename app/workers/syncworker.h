// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workers/storeworker.h"
#include "protocol/messages.h"
#include "sync/http/serveraddress.h"
#include "sync/status.h"

#include <QObject>
#include <QThread>

#include <functional>

namespace madoguchi::app {

class SyncLoop;

/// The sync thread as the UI thread sees it: sign-in, and following the feed for the user whose cache is
/// open. It outlives the StoreWorker that it is given.
class SyncWorker : public QObject {
  Q_OBJECT

public:
  explicit SyncWorker(sync::http::ServerAddress address, QObject* parent = nullptr);
  ~SyncWorker() override;

  /// `done` is called on the UI thread; with a session its token is used from now on.
  void signIn(protocol::SignIn message, std::function<void(core::Result<protocol::Session>)> done);
  /// A token kept from an earlier sign-in; empty: signed out, work goes on offline.
  void setToken(const std::string& token);
  /// Ends the session on the server too.
  void signOut();

  void begin(StoreWorker& store, const core::UserId& user, const core::DeviceId& device, bool follow);
  /// Waits until nothing more is asked of the store.
  void end();

  void syncNow();
  /// The system says that a network is there again.
  void networkReturned();
  void allowRemoval();
  /// Whose cache asks, in every request from now on.
  void setCache(const core::DeviceId& device, const core::UserId& user);
  /// `done` is called on the UI thread.
  void recover(protocol::SealedRun run, std::function<void(core::Result<protocol::Recovered>)> done);
  /// Tells the server who is away; `done` is called on the UI thread.
  void recordAbsence(const core::AttendanceChange& change, std::function<void(core::Result<void>)> done);
  /// From the server; the hash is checked.
  void download(const core::BlobId& blob, std::function<void(core::Result<std::string>)> done);

  [[nodiscard]] const sync::Status& status() const { return m_status; }

Q_SIGNALS:
  void statusChanged();

private:
  template <class Work>
  void onLoop(Work work);

  QThread m_thread;
  SyncLoop* m_loop; ///< lives on m_thread
  sync::Status m_status;
};

} // namespace madoguchi::app
