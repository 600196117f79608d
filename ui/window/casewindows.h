// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/basics/context.h"
#include "ui/help/helpdialog.h"

#include <QObject>

#include <memory>
#include <vector>

namespace madoguchi::ui {

class CaseWindow;

/// The windows of the desk's cases apart (models::CasesApart), one for each. They are beside the main window,
/// not over it, and are seen only where that is.
class CaseWindows : public QObject {
  Q_OBJECT

public:
  /// `main` is the main window; the windows of cases that are apart already are made at once, and not shown.
  CaseWindows(const Context& context, QWidget* main);
  ~CaseWindows() override;

  [[nodiscard]] const std::vector<std::unique_ptr<CaseWindow>>& windows() const { return m_windows; }
  void show();
  /// Saves what is typed and where they stand, before they are exchanged.
  void commit();
  void closeAll();

Q_SIGNALS:
  void helpWanted(HelpDialog::Page page, QWidget* over);
  void listWanted();
  void lockWanted();
  void trainingWanted();

private:
  /// The one of this case, made where there is none.
  CaseWindow& windowOf(models::CaseApart& one);
  /// Or leaves it to `show`: no case is seen where the desk is locked or put away.
  void bringForth(CaseWindow& window);
  void drop(CaseWindow* window);

  Context m_context;
  QWidget* m_main;
  std::vector<std::unique_ptr<CaseWindow>> m_windows;
};

} // namespace madoguchi::ui
