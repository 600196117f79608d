// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workers/serverline.h"
#include "protocol/messages.h"
#include "sync/http/serveraddress.h"

#include <QObject>
#include <QThread>

#include <functional>

namespace madoguchi::app {

class SyncLoop;

/// The sync thread as the UI thread sees it: sign-in, and following the feed for the user whose cache is
/// open.
class SyncWorker final : public ServerLine {
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

  void begin(StoreWorker& store, const core::UserId& user, const core::DeviceId& device,
             bool follow) override;
  void end() override;

  void syncNow() override;
  /// The system says that a network is there again.
  void networkReturned();
  void allowRemoval() override;
  /// Whose cache asks, in every request from now on.
  void setCache(const core::DeviceId& device, const core::UserId& user);
  /// `done` is called on the UI thread.
  void recover(protocol::SealedRun run, std::function<void(core::Result<protocol::Recovered>)> done);
  void recordAbsence(const core::AttendanceChange& change,
                     std::function<void(core::Result<void>)> done) override;
  void download(const core::BlobId& blob, std::function<void(core::Result<std::string>)> done) override;

  [[nodiscard]] const sync::Status& status() const override { return m_status; }

private:
  template <class Work>
  void onLoop(Work work);

  QThread m_thread;
  SyncLoop* m_loop; ///< lives on m_thread
  sync::Status m_status;
};

} // namespace madoguchi::app
