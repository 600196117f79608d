// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/basics/context.h"

#include <QWidget>

class QLabel;

namespace madoguchi::ui {

class CasePages;

/// The case on the right side: its fixed head and its pages, or how to open one. The pages are half of all
/// widgets of the window and are made when a case is opened, or ahead of it when the list has been painted.
class CaseView : public QWidget {
  Q_OBJECT

public:
  CaseView(const Context& context, QWidget* parent = nullptr);

  /// Makes them where there are none yet.
  [[nodiscard]] CasePages& pages();
  /// Saves what is typed before another case is shown.
  bool commit();
  /// The due day, opened into its sum.
  void showClock();

Q_SIGNALS:
  void said(const madoguchi::ui::Message& message);
  /// The user wants the next case of the queue.
  void nextWanted();

private:
  void showParts();

  Context m_context;
  QLabel* m_hint;
  CasePages* m_pages = nullptr;
};

} // namespace madoguchi::ui
