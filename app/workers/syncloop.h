// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workers/readymadetaker.h"
#include "app/workers/storedriver.h"
#include "sync/engine.h"
#include "sync/http/transport.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace madoguchi::app {

/// Engine and transport, on the sync thread. Made, used and destroyed there; its owner is SyncWorker.
class SyncLoop : public QObject {
  Q_OBJECT

public:
  using Reported = std::function<void(sync::Status)>;

  SyncLoop(sync::http::ServerAddress address, Reported reported);
  ~SyncLoop() override;

  /// Follows (or catches up once) for the user of this store, until end().
  void begin(StoreWorker& store, const core::UserId& user, const core::DeviceId& device, bool follow);
  /// Nothing is asked of the store after it returns.
  void end();
  /// Empty: signed out.
  void setToken(const std::string& token);
  void take(sync::Event event);
  [[nodiscard]] sync::http::Transport& transport() { return m_transport; }

private:
  void carryOut(sync::Action&& action);
  void started(sync::Started&& started);
  /// Takes an event of this round from any thread.
  [[nodiscard]] std::function<void(sync::Event)> answerOf(quint64 round);

  sync::http::Transport m_transport;
  Reported m_reported;
  QTimer m_timer;
  bool m_hasToken = false;
  quint64 m_round = 0; ///< counts begins; answers of an earlier one are dropped
  std::unique_ptr<sync::Engine> m_engine;
  std::unique_ptr<StoreDriver> m_driver;
  std::unique_ptr<ReadyMadeTaker> m_readyMade;
};

} // namespace madoguchi::app
