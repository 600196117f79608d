// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"

#include <QMap>
#include <QString>

namespace madoguchi::models {

/// Text that was typed and is not a command yet, so that no crash loses it. It may hold personal data: it is
/// kept in the encrypted cache of its user, nowhere else. Both calls are cheap; writing goes on behind them.
/// UI thread.
class DraftKeeper {
public:
  virtual ~DraftKeeper() = default;

  /// By field ("form:/facility/name").
  [[nodiscard]] virtual QMap<QString, QString> drafts(const core::CaseId& id) const = 0;
  /// These, and no others, are the case's drafts from now on.
  virtual void keep(const core::CaseId& id, const QMap<QString, QString>& drafts) = 0;
};

} // namespace madoguchi::models
