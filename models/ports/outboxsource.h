// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/sync/outbox.h"

#include <QObject>

#include <string>
#include <vector>

namespace madoguchi::models {

/// An entry with what a person needs to know its case by.
struct OutboxItem {
  core::OutboxEntry entry;
  std::string caseNumber;    ///< may be empty
  std::string applicantName; ///< empty where the case is protected or gone
};

/// The commands on their way to the server. Lives on the UI thread. Settling conflicts is CommandSink's.
class OutboxSource : public QObject {
  Q_OBJECT

public:
  using QObject::QObject;

  virtual void requestEntries() = 0;
  /// Sends a blocked, rejected or waiting entry again.
  virtual void retry(const core::CommandId& command) = 0;
  /// Drops the entry and what it did here; the user has confirmed it.
  virtual void discard(const core::CommandId& command) = 0;

Q_SIGNALS:
  void entriesLoaded(const std::vector<OutboxItem>& items); ///< in order of deviceSeq
  void changed();                                           ///< ask again
  void failed(const core::Error& error);
};

} // namespace madoguchi::models
