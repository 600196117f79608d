// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/basics/context.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace madoguchi::ui {

class CaseHeader;
class CasePages;

/// A case: its fixed head and its pages; or how to open one, or where it is shown instead. The pages are half
/// of all widgets of the window and are made when a case is opened, or ahead of it when the list has been
/// painted.
class CaseView : public QWidget {
  Q_OBJECT

public:
  CaseView(const Context& context, QWidget* parent = nullptr);

  /// Makes them where there are none yet.
  [[nodiscard]] CasePages& pages();
  [[nodiscard]] CaseHeader* header() const { return m_header; }
  /// Saves what is typed before another case is shown.
  bool commit();
  /// The due day, opened into its sum.
  void showClock();

Q_SIGNALS:
  void said(const madoguchi::ui::Message& message);
  /// The user wants the next case of the queue.
  void nextWanted();
  /// The user wants this one in a window of its own.
  void apartWanted();

private:
  void showParts();

  Context m_context;
  CaseHeader* m_header;
  QWidget* m_instead; ///< while there are no pages
  QLabel* m_hint;
  QPushButton* m_goThere; ///< to the window that has the case
  CasePages* m_pages = nullptr;
};

} // namespace madoguchi::ui
