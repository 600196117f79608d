// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workers/storeworker.h"
#include "core/cases/attendance.h"
#include "sync/status.h"
#include "sync/transfer.h"

#include <QObject>

#include <functional>
#include <string>

namespace madoguchi::app {

/// What carries the outbox of one user's open cache away and brings in what changed: the server over the
/// network, or the stand-in of the practice office. Outlives the StoreWorker that it is given. UI thread.
class ServerLine : public QObject {
  Q_OBJECT

public:
  using QObject::QObject;

  virtual void begin(StoreWorker& store, const core::UserId& user, const core::DeviceId& device,
                     bool follow) = 0;
  /// Waits until nothing more is asked of the store.
  virtual void end() = 0;
  virtual void syncNow() = 0;
  virtual void allowRemoval() = 0;
  /// Records who is away; `done` is called on the UI thread.
  virtual void recordAbsence(const core::AttendanceChange& change,
                             std::function<void(core::Result<void>)> done) = 0;
  /// Fetches a document; the hash is checked.
  virtual void download(const core::BlobId& blob, std::function<void(core::Result<std::string>)> done) = 0;

  [[nodiscard]] virtual const sync::Status& status() const = 0;

Q_SIGNALS:
  void statusChanged();
  /// A document has come further, or has ended its way; a few times a second at most.
  void transferred(const madoguchi::sync::Transfer& transfer);
};

} // namespace madoguchi::app
