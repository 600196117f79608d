// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace madoguchi::ui {

/// Keeps keys that make a character with whoever takes text: while an editor or an input method has the
/// keyboard, no single-key shortcut of the window is triggered. Watches the whole application.
class SingleKeys : public QObject {
  Q_OBJECT

public:
  explicit SingleKeys(QObject* parent);

protected:
  bool eventFilter(QObject* watched, QEvent* event) override;
};

} // namespace madoguchi::ui
