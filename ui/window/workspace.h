// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/caseactions.h"
#include "models/listfilter.h"
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
class CasePages;
class CaseTableView;
class CaseView;
class FilterBar;
class ListAndCase;
class MarkBar;
class OutboxPage;
class FiguresPage;
class RunBar;
class WorkloadPage;

/// Queues on the left, the table in the middle, the case on the right; or one of the pages that take the
/// place of table and case. The case follows the row to which the user goes, after a short rest, so that
/// passing by is no view of a person's data; and no case opens by itself.
class Workspace : public QWidget {
  Q_OBJECT

public:
  Workspace(const Context& context, QWidget* parent = nullptr);

  void showQueue(core::Queue queue);
  /// Nothing where there is no such saved search.
  void showSaved(const QString& id);
  [[nodiscard]] core::Queue queue() const { return m_queue; }
  /// Id of the saved search that is shown; empty: a queue is.
  [[nodiscard]] QString saved() const { return m_saved; }
  /// What narrows the list that is shown.
  [[nodiscard]] const models::ListFilter& filter() const;
  /// Name and query of the list that is shown.
  [[nodiscard]] QString listName() const;
  [[nodiscard]] bool showsList() const;
  /// What is in front: table and case, or one of the pages.
  [[nodiscard]] QWidget* page() const;
  [[nodiscard]] QListView* queueList() const { return m_queues; }
  void showOutbox();
  void showWorkload();
  void showFigures();
  void showHeldRemoval();
  void openCase(const core::CaseId& id);
  void focusTable();
  void focusFilter();
  /// Of the case on the right side; made now where they are not there yet.
  [[nodiscard]] CasePages& casePages() const;
  /// Saves what is typed in the case; false where a field holds something that cannot be saved.
  bool commit();
  [[nodiscard]] CaseTableView* table() const { return m_table; }
  [[nodiscard]] MarkBar* markBar() const { return m_marks; }
  [[nodiscard]] FilterBar* filterBar() const { return m_filter; }
  [[nodiscard]] RunBar* runBar() const { return m_run; }
  [[nodiscard]] CaseView* caseView() const { return m_case; }
  /// Null until it is shown the first time; as the next one.
  [[nodiscard]] BatchPage* batchPage() const { return m_batch; }
  [[nodiscard]] OutboxPage* outboxPage() const { return m_outbox; }
  /// Does the action on the case of the current row.
  void run(models::CaseAction action);

public Q_SLOTS:
  void goDown();
  void goUp();
  void goNext();
  void openCurrent();
  /// In a window of its own: the case that is open, or that of the row to which the user has gone.
  void openApart();

Q_SIGNALS:
  void said(const madoguchi::ui::Message& message);
  /// The user wants to keep the filter under a name.
  void saveWanted();
  void handOverWanted(const core::UserId& colleague);

private:
  void connectAll();
  void connectOpened();
  /// Puts the page in the place of table and case; makes it the first time.
  template <class Page>
  Page& show(Page*& page);
  void buildTable();
  [[nodiscard]] core::CaseQuery queryNow() const;
  void query();
  void followRow();
  void runAwaited();
  void showTable();
  /// In the list at the left; none while a page is shown that is no queue.
  void markQueue(const QModelIndex& index);
  void showRow(int row);
  /// The list of a queue, or of a saved search of that queue.
  void showList(core::Queue queue, const QString& saved);
  void filterChanged();
  void refreshTitle();

  Context m_context;
  core::Queue m_queue = core::Queue::MyCases;
  QString m_saved; ///< id of the saved search that narrows it; empty: none
  QListView* m_queues;
  QSplitter* m_outer;
  ListAndCase* m_inner;
  QStackedWidget* m_stack;
  QLabel* m_title;
  FilterBar* m_filter;
  MarkBar* m_marks;
  CaseTableView* m_table;
  CaseView* m_case;
  RunBar* m_run;
  BatchPage* m_batch = nullptr;
  OutboxPage* m_outbox = nullptr;
  AttentionPage* m_attention = nullptr;
  WorkloadPage* m_workload = nullptr;
  FiguresPage* m_figures = nullptr;
  QTimer* m_rest;
  bool m_rowIsAhead = false; ///< the user went to a row whose case is not open yet
  /// To be done when the case has arrived; no id: of the row, which is on its way itself.
  struct Awaited {
    models::CaseAction action;
    core::CaseId id;
  };
  std::optional<Awaited> m_awaited;
  std::optional<qint64> m_listed;          ///< cases of the list, once all of it has come
  std::optional<core::CaseQuery> m_sorted; ///< the order that the user chose, in its sort fields
};

} // namespace madoguchi::ui
