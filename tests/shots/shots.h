// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ports/pagesource.h"
#include "ui/basics/theme.h"

#include <QDir>
#include <QSize>
#include <QString>

#include <chrono>
#include <functional>
#include <memory>

class QWidget;

namespace madoguchi::tests {

/// One look at everything: language, theme, and where the pictures go.
struct ShotSet {
  QString language;
  QString look;  ///< light, dark, contrast
  QString scale; ///< as it stands in the file names
  QSize window;  ///< device-independent pixels
  /// Of a picture of the page.
  [[nodiscard]] QString fileName(const QString& page) const;
};

/// A page or a dialog, laid out and visible, and its name.
using SeePage = std::function<void(QWidget& widget, const QString& page)>;

inline constexpr QSize kUsualWindow(1440, 900);

using NewPages = std::function<std::unique_ptr<models::PageSource>()>;

/// How the desk is shown.
struct Walk {
  QString language; ///< ja, en
  ui::Look look = ui::Look::Light;
  QSize window = kUsualWindow;
  std::chrono::milliseconds rest{0}; ///< that each page has for its pictures and its timers; answers are
                                     ///< awaited anyway
  /// Told true before the desk is left to itself, and false after that, before the next thing is done to it.
  std::function<void(bool)> rests{};
  /// Of previews; made-up ones where this is none.
  NewPages newPages{};
};

/// Shows every page and dialog of the desk with made-up data, one after the other.
void walkDesk(const Walk& walk, const SeePage& see);

/// Renders every page into `folder` as NN-page-language-look-scale-width.png; how many were written.
int takeShots(const ShotSet& set, const QDir& folder, const NewPages& newPages);

} // namespace madoguchi::tests
