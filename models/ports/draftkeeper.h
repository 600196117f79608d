// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"

#include <QMap>
#include <QString>

#include <iterator>

namespace madoguchi::models {

/// By name ("/facility/name", "note/text").
using Drafts = QMap<QString, QString>;

/// Text that was typed and is not a command yet, so that no crash loses it. It may hold personal data: it is
/// kept in the encrypted cache of its user, nowhere else. What the desk itself keeps here (filters, saved
/// searches, a bulk run) stands under ids that no case has ("desk:…"). What becomes a command is named to it
/// (CommandSink::perform) and not dropped here, so that there is no moment without either. Both calls are
/// cheap; writing goes on behind them. UI thread.
class DraftKeeper {
public:
  virtual ~DraftKeeper() = default;

  [[nodiscard]] virtual Drafts drafts(const core::CaseId& id) const = 0;
  /// These, and no others, are the case's drafts from now on.
  virtual void keep(const core::CaseId& id, const Drafts& drafts) = 0;

  /// Of one part of the desk, whose names all begin so ("/" the form's, "note/", "decision/"); those of the
  /// other parts stay.
  void keepPart(const core::CaseId& id, const QString& part, const Drafts& written) {
    Drafts all = drafts(id);
    for (auto draft = all.begin(); draft != all.end();)
      draft = draft.key().startsWith(part) ? all.erase(draft) : std::next(draft);
    all.insert(written);
    keep(id, all);
  }

  /// Those of one part.
  [[nodiscard]] Drafts partOf(const core::CaseId& id, const QString& part) const {
    Drafts all = drafts(id);
    all.removeIf([&part](Drafts::iterator draft) { return !draft.key().startsWith(part); });
    return all;
  }
};

} // namespace madoguchi::models
