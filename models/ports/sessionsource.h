// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/ids.h"
#include "core/calendar/date.h"

#include <QObject>
#include <QString>

#include <optional>

namespace madoguchi::models {

/// Who uses this desk. A profile belongs to one user: the cache of another is another file, so that nobody
/// sees a predecessor's work. Lives on the UI thread.
class SessionSource : public QObject {
  Q_OBJECT

public:
  enum class State { SignedOut, SigningIn, SignedIn };

  using QObject::QObject;

  [[nodiscard]] virtual State state() const = 0;
  /// Empty until signed in.
  [[nodiscard]] virtual core::UserId user() const = 0;
  /// The server's address, as configured; shown on the sign-in page.
  [[nodiscard]] virtual QString server() const = 0;
  /// Proposed on the sign-in page; may be empty.
  [[nodiscard]] virtual QString login() const = 0;
  virtual void signIn(const QString& login, const QString& password) = 0;
  /// Unsent commands stay in the cache of their user, or sealed beside it where the cache must go.
  virtual void signOut() = 0;

  /// Until when this PC opens what lies here without having heard from the server; none where that is not
  /// known.
  [[nodiscard]] virtual std::optional<core::Instant> offlineUntil() const = 0;
  /// Whether a PIN opens, without the server, what lies here of the user named by login().
  [[nodiscard]] virtual bool hasPin() const = 0;
  /// Opens the profile offline, or proves at a locked window who sits there; `confirmed` or `failed` follows.
  virtual void unlock(const QString& pin) = 0;
  /// Of whoever is signed in. Errors: InvalidArgument for one that is too short or too plain.
  [[nodiscard]] virtual core::Result<void> setPin(const QString& pin) = 0;

Q_SIGNALS:
  void stateChanged();
  /// The user has given PIN or password once more.
  void confirmed();
  /// Work of a cache that was lost has reached the server: commands applied, and not.
  void recovered(int applied, int refused);
  /// A try failed; the state is SignedOut again.
  void failed(const core::Error& error);
};

} // namespace madoguchi::models
