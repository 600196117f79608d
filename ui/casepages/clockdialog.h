// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/clocktext.h"
#include "ui/basics/dialog.h"

namespace madoguchi::ui {

/// A due day opened into its sum: start, each stop, each holiday, the last day, with the article behind each.
class ClockDialog : public Dialog {
  Q_OBJECT

public:
  ClockDialog(const QString& summary, const std::vector<models::ClockLine>& lines, QWidget* parent = nullptr);
};

} // namespace madoguchi::ui
