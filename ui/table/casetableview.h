// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/basics/context.h"

#include <QTableView>

#include <optional>
#include <vector>

namespace madoguchi::ui {

class CaseDelegate;

/// The table of a list. Keeps the current row by key over a reset; when the current case has left the list,
/// the row that took its place becomes the next one. Columns, their order and widths, the sort and the
/// density are remembered for each list.
class CaseTableView : public QTableView {
  Q_OBJECT

public:
  CaseTableView(const Context& context, QWidget* parent = nullptr);

  [[nodiscard]] int currentRow() const { return currentIndex().row(); }
  void goTo(int row);
  /// Goes to the row of a case that is opened from elsewhere, once both are here; that is no step of the
  /// user's, and is not told as one. Marks stay, and so does the row where the list does not hold the case.
  void seek(const core::CaseId& id);
  /// The case after the current one, or the one that took its place; false at the end of the queue.
  bool goToNext();
  /// The case to which goToNext would go; empty where there is none, or its row is not here.
  [[nodiscard]] core::CaseId nextCase() const;
  /// The case whose row is current; empty where the row is not here.
  [[nodiscard]] core::CaseId currentCase() const;
  /// Shows columns, sort and density as they were the last time for this list ("queue/1"); `usual` is its
  /// sort where the user has chosen none.
  void setPlace(const QString& place, const core::CaseQuery& usual);
  /// The sort that the user has chosen for this list, in its sort fields.
  [[nodiscard]] std::optional<core::CaseQuery> chosenSort() const;
  [[nodiscard]] bool isCompact() const;
  void setCompact(bool compact);
  /// What is shown, from the left.
  [[nodiscard]] std::vector<int> shownColumns() const;
  void showColumn(int column, bool shown);
  /// To a place among the columns, counted from the left.
  void moveColumn(int column, int to);
  /// Marks the current case, or takes its mark away, and goes to the next row.
  void toggleMark();

Q_SIGNALS:
  /// The first rows have been painted, and all of the window with them. Once.
  void rowsPainted();
  /// The user went to another row.
  void currentCaseChanged();
  void opened(const core::CaseId& id);
  void sortChanged(core::SortColumn column, bool descending);

protected:
  void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
  void keyPressEvent(QKeyEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void rowsAboutToBeRemoved(const QModelIndex& parent, int first, int last) override;
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

private:
  /// Whether the first row is there with what it says.
  [[nodiscard]] bool showsRows() const;
  [[nodiscard]] int nextRow() const;
  void goToSought();
  void keepPlace();
  void restorePlace();
  void showHeaderMenu(const QPoint& at);
  void extendMarks(int row);
  void rememberColumns();
  void restoreColumns();
  void applyDensity();
  [[nodiscard]] QString keyOf(const char* what) const;

  Context m_context;
  CaseDelegate* m_delegate;
  QString m_place;
  bool m_rowsPainted = false;
  bool m_restoringColumns = false;
  models::CaseKey m_keptKey = -1;
  int m_keptRow = -1;
  core::CaseId m_sought; ///< by `seek`; empty when the list has said where it is, or the user has gone on
  int m_anchor = -1;     ///< row from which Shift marks
  bool m_restoring = false;
  bool m_left = false; ///< the current case left the queue; the current row is already the next one
};

} // namespace madoguchi::ui
