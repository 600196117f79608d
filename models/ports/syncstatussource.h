// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/calendar/date.h"

#include <QObject>

#include <optional>

namespace madoguchi::models {

/// How the desk and the server stand to each other.
struct SyncStatus {
  enum class Link { Offline, Connecting, Online };
  Link link = Link::Offline;
  bool syncing = false;
  int done = 0;           ///< progress of a long pull: rows taken over
  int total = 0;          ///< 0: unknown
  int waiting = 0;        ///< commands not yet confirmed
  int needsAttention = 0; ///< conflicts, rejections, quarantined
  std::optional<core::Instant> lastSync;
  std::optional<core::ErrorCode> problem; ///< of the last try, while it lasts
  bool operator==(const SyncStatus&) const = default;
};

/// Lives on the UI thread.
class SyncStatusSource : public QObject {
  Q_OBJECT

public:
  using QObject::QObject;

  [[nodiscard]] virtual SyncStatus status() const = 0;
  /// Asks for a synchronisation as soon as possible.
  virtual void syncNow() = 0;

Q_SIGNALS:
  void statusChanged();
};

} // namespace madoguchi::models
