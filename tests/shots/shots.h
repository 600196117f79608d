// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/basics/theme.h"

#include <QDir>
#include <QString>

#include <chrono>
#include <functional>

class QWidget;

namespace madoguchi::tests {

/// One look at everything: language, theme, and where the pictures go.
struct ShotSet {
  QString language;
  QString look;  ///< light, dark, contrast
  QString scale; ///< as it stands in the file names
};

/// A page or a dialog, laid out and visible, and its name.
using SeePage = std::function<void(QWidget& widget, const QString& page)>;

/// Shows every page and dialog of the desk with made-up data, one after the other. `language`: ja, en.
/// `rest`: how long each has for its pictures and its timers; answers are awaited anyway.
void walkDesk(const QString& language, ui::Look look, std::chrono::milliseconds rest, const SeePage& see);

/// Renders every page into `folder` as NN-page-language-look-scale.png; how many were written.
int takeShots(const ShotSet& set, const QDir& folder);

} // namespace madoguchi::tests
