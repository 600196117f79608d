// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"
#include "models/ports/draftkeeper.h"

#include <QString>

namespace madoguchi::ui {

/// What is written in a dialog and not done yet: a draft of its case, or of the desk itself ("desk:…").
class KeptWords {
public:
  /// `name` tells the dialog from all others of that place ("transfer").
  KeptWords(models::DraftKeeper& drafts, core::CaseId place, const QString& name);

  /// What an earlier dialog kept and did not do; empty where there is nothing.
  [[nodiscard]] core::json::object kept() const;
  /// The same as a draft, for the command that it becomes (CommandSink::perform).
  [[nodiscard]] models::Drafts draft() const { return m_drafts.partOf(m_place, m_name); }
  /// Empty: nothing is kept from now on.
  void keep(const core::json::object& written);

private:
  models::DraftKeeper& m_drafts;
  core::CaseId m_place;
  QString m_name;
};

/// As it may be kept: empty where it holds a My Number, which is kept nowhere.
[[nodiscard]] core::json::string keepable(const QString& text);
/// Of what was kept; null where it is not there.
[[nodiscard]] QString keptText(const core::json::object& kept, std::string_view name);

} // namespace madoguchi::ui
