// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/basics/context.h"

#include <QTableView>

namespace madoguchi::ui {

class CaseDelegate;

/// The table of a queue. Keeps the current row by key over a reset; when the current case has left the
/// queue, the row that took its place becomes the next one. Columns, order and density are remembered.
class CaseTableView : public QTableView {
  Q_OBJECT

public:
  CaseTableView(const Context& context, QWidget* parent = nullptr);

  [[nodiscard]] int currentRow() const { return currentIndex().row(); }
  void goTo(int row);
  /// The case after the current one, or the one that took its place; false at the end of the queue.
  bool goToNext();
  /// The case whose row is current; empty where the row is not here.
  [[nodiscard]] core::CaseId currentCase() const;
  void setCompact(bool compact);

Q_SIGNALS:
  /// The user went to another row.
  void currentCaseChanged();
  void opened(const core::CaseId& id);
  void sortChanged(core::SortColumn column, bool descending);

protected:
  void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
  void keyPressEvent(QKeyEvent* event) override;
  void rowsAboutToBeRemoved(const QModelIndex& parent, int first, int last) override;
  void paintEvent(QPaintEvent* event) override;

private:
  void keepPlace();
  void restorePlace();
  void showHeaderMenu(const QPoint& at);
  void rememberColumns();

  Context m_context;
  CaseDelegate* m_delegate;
  models::CaseKey m_keptKey = -1;
  int m_keptRow = -1;
  bool m_restoring = false;
  bool m_left = false; ///< the current case left the queue; the current row is already the next one
};

} // namespace madoguchi::ui
