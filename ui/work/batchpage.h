// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/basics/context.h"
#include "ui/basics/listpage.h"

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;
class QTextBrowser;
class QTreeView;

namespace madoguchi::ui {

/// "To decide": alike drafts as one line, each unlike one by itself, what is decided beside them; approve or
/// return what is marked, one case after the other, with pause and stop.
class BatchPage : public QWidget, public ListPage {
  Q_OBJECT

public:
  BatchPage(const Context& context, QWidget* parent = nullptr);

  /// Reads the drafts anew, unless a run is going on.
  void reload();
  /// Of what is marked.
  void askApprove();
  void askReturn();
  /// An interrupted batch goes on only when the approver has said so again.
  void pauseOrGoOn();
  [[nodiscard]] const QAbstractItemModel& listModel() const override;
  [[nodiscard]] ShownList shownList() const override;

Q_SIGNALS:
  void caseWanted(const core::CaseId& id);
  void said(const madoguchi::ui::Message& message);

private:
  void connectAll();
  void refresh();
  void showSummary();
  void openCurrent();
  [[nodiscard]] bool opensByItself(const models::BatchGroup& group) const;
  [[nodiscard]] QString partHint(const models::DecidingPart& part) const;
  [[nodiscard]] QString groupSummary(const models::BatchGroup& group) const;
  [[nodiscard]] QString caseSummary(const core::CaseState& state, const models::DecidingPart& part) const;
  [[nodiscard]] QString draftSummary(const core::Draft& draft, const core::Procedure* procedure) const;

  Context m_context;
  QTreeView* m_tree;
  QTextBrowser* m_summary;
  QLabel* m_state;
  QProgressBar* m_progress;
  QPushButton* m_approve;
  QPushButton* m_return;
  QPushButton* m_pause;
  QPushButton* m_stop;
  QPushButton* m_open;
  QPushButton* m_reload;
};

} // namespace madoguchi::ui
