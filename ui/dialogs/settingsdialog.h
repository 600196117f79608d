// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/basics/context.h"
#include "ui/basics/dialog.h"

#include <QList>

namespace madoguchi::ui {

/// What a user may choose; each choice holds at once. Language and look make the window anew, which the
/// caller does.
class SettingsDialog : public Dialog {
  Q_OBJECT

public:
  struct Choice {
    QString title;
    QString value; ///< of the preference "look" or "language"
  };
  [[nodiscard]] static QList<Choice> looks();
  /// Each in its own words.
  [[nodiscard]] static QList<Choice> languages();

  explicit SettingsDialog(const Context& context, QWidget* parent = nullptr);

Q_SIGNALS:
  void languageWanted(const QString& language);
  void lookWanted(const QString& look);
  void keysWanted();
  void pinWanted();
};

} // namespace madoguchi::ui
