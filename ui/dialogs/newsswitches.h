// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ports/preferences.h"

#include <QWidget>

class QCheckBox;

namespace madoguchi::ui {

/// Whether the desktop tells the user what has happened, and what of it; each choice holds at once.
class NewsSwitches : public QWidget {
  Q_OBJECT

public:
  explicit NewsSwitches(models::Preferences& preferences, QWidget* parent = nullptr);
};

/// Holds at once; on where nothing was chosen.
[[nodiscard]] QCheckBox* switchBox(models::Preferences& preferences, const QString& key, const QString& title,
                                   QWidget* parent);

} // namespace madoguchi::ui
