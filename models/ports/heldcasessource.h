// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/desk/heldcases.h"
#include "models/ports/requestport.h"

namespace madoguchi::models {

/// What a person holds, told without showing it: there is no audit row. Lives on the UI thread; the newest
/// request wins, and an older one may stay without an answer.
class HeldCasesSource : public RequestPort {
  Q_OBJECT

public:
  using RequestPort::RequestPort;

  virtual void ask(quint64 request, const core::HeldQuestion& question) = 0;

Q_SIGNALS:
  void answered(quint64 request, const core::HeldCases& held);
  void failed(quint64 request);
  /// Cases have come, gone or changed: ask again.
  void changed();
};

} // namespace madoguchi::models
