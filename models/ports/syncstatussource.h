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
  /// An answer that would take much out of the cache; held until a person lets it happen.
  struct HeldRemoval {
    int cases = 0;   ///< that would leave
    int ofCases = 0; ///< that are here
    int unsent = 0;  ///< steps not sent yet, of cases that would leave
    core::Instant since{};
    bool operator==(const HeldRemoval&) const = default;
  };
  std::optional<HeldRemoval> heldRemoval;
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
  /// A person has seen what would leave, and lets it.
  virtual void allowRemoval() = 0;

Q_SIGNALS:
  void statusChanged();
};

} // namespace madoguchi::models
