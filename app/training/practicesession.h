// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ports/sessionsource.h"

namespace madoguchi::app {

/// Whoever practises is signed in to no server; signing out is leaving. UI thread.
class PracticeSession final : public models::SessionSource {
  Q_OBJECT

public:
  explicit PracticeSession(QObject* parent = nullptr) : models::SessionSource(parent) {}
  void setUser(const core::UserId& user) { m_user = user; }

  [[nodiscard]] State state() const override { return State::SignedIn; }
  [[nodiscard]] core::UserId user() const override { return m_user; }
  [[nodiscard]] QString server() const override { return {}; }
  [[nodiscard]] QString login() const override { return {}; }
  void signIn(const QString&, const QString&) override {
    Q_EMIT failed({core::ErrorCode::NotPermitted, "nobody signs in to the practice office"});
  }
  void signOut() override { Q_EMIT leaveWanted(); }
  /// Nothing to unlock: no PIN is ever asked for.
  [[nodiscard]] std::optional<core::Instant> offlineUntil() const override { return {}; }
  [[nodiscard]] bool hasPin() const override { return true; }
  void unlock(const QString&) override { Q_EMIT confirmed(); }
  [[nodiscard]] core::Result<void> setPin(const QString&) override {
    return core::failure(core::ErrorCode::NotPermitted, "the practice office has no PIN");
  }

Q_SIGNALS:
  void leaveWanted();

private:
  core::UserId m_user;
};

} // namespace madoguchi::app
