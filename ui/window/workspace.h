// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/caseactions.h"
#include "ui/basics/context.h"

#include <QWidget>

#include <optional>

class QLabel;
class QListView;
class QSplitter;
class QStackedWidget;
class QTimer;

namespace madoguchi::ui {

class AttentionPage;
class BatchPage;
class CaseTableView;
class CaseView;
class FilterBar;
class OutboxPage;

/// Queues on the left, the table in the middle, the case on the right; or one of the pages that take the
/// place of table and case. The case follows the row to which the user goes, after a short rest, so that
/// passing by is no view of a person's data; and no case opens by itself.
class Workspace : public QWidget {
  Q_OBJECT

public:
  Workspace(const Context& context, QWidget* parent = nullptr);

  void showQueue(core::Queue queue);
  [[nodiscard]] core::Queue queue() const { return m_queue; }
  void showOutbox();
  void openCase(const core::CaseId& id);
  void focusTable();
  void focusFilter();
  [[nodiscard]] CaseView* caseView() const { return m_case; }
  /// Does the action on the case of the current row.
  void run(models::CaseAction action);

public Q_SLOTS:
  void goDown();
  void goUp();
  void goNext();
  void openCurrent();

  void showWorkload();
  void showHeldRemoval();
Q_SIGNALS:
  void said(const madoguchi::ui::Message& message);

private:
  void connectAll();
  void buildTable();
  [[nodiscard]] core::CaseQuery queryNow() const;
  void query();
  void followRow();
  void runAwaited();
  void showTable();
  void refreshTitle();

  Context m_context;
  core::Queue m_queue = core::Queue::MyCases;
  QListView* m_queues;
  QSplitter* m_outer;
  QSplitter* m_inner;
  QStackedWidget* m_stack;
  QLabel* m_title;
  FilterBar* m_filter;
  CaseTableView* m_table;
  CaseView* m_case;
  BatchPage* m_batch;
  OutboxPage* m_outbox;
  AttentionPage* m_attention;
  QTimer* m_rest;
  bool m_rowIsAhead = false;                   ///< the user went to a row whose case is not open yet
  std::optional<models::CaseAction> m_awaited; ///< to be done when the case has arrived
  std::optional<core::CaseQuery> m_sorted;     ///< the order that the user chose, in its sort fields
};

} // namespace madoguchi::ui
