// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "models/ports/requestport.h"

#include <string>

namespace madoguchi::models {

/// The audit journal of the desk for what no other port does by itself: print, copy, export, openDocument.
/// The caller acts only after `recorded`: without the row the action does not happen. Lives on the UI thread.
class DeskJournal : public RequestPort {
  Q_OBJECT

public:
  using RequestPort::RequestPort;

  /// `subject`: a case id, or a count; never personal data.
  virtual void record(quint64 request, const std::string& action, const std::string& subject) = 0;

Q_SIGNALS:
  void recorded(quint64 request);
  void failed(quint64 request, const core::Error& error);
};

} // namespace madoguchi::models
