// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/basics/context.h"
#include "ui/basics/listpage.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QTableView;

namespace madoguchi::ui {

/// What waits to be sent: each command with its state and reason; retry, discard, export.
class OutboxPage : public QWidget, public ListPage {
  Q_OBJECT

public:
  OutboxPage(const Context& context, QWidget* parent = nullptr);

  /// What can be done with the step that is chosen; each with why it cannot be done now, or an empty text.
  void retry();
  [[nodiscard]] QString whyNotRetry() const;
  void askDiscard();
  [[nodiscard]] QString whyNotDiscard() const;
  /// Of all steps.
  void askExport();
  [[nodiscard]] QString whyNotExport() const;
  [[nodiscard]] const QAbstractItemModel& listModel() const override;
  [[nodiscard]] ShownList shownList() const override;

Q_SIGNALS:
  void caseWanted(const core::CaseId& id);
  void attentionWanted();
  void said(const madoguchi::ui::Message& message);

private:
  void refresh();
  [[nodiscard]] const models::OutboxItem* current() const;
  [[nodiscard]] QByteArray exported() const;

  Context m_context;
  QLabel* m_state;
  QTableView* m_table;
  QPushButton* m_retry;
  QPushButton* m_discard;
  QPushButton* m_open;
  QPushButton* m_export;
  QString m_exportPath;
  quint64 m_journal = 0;
  quint64 m_writing = 0;
};

} // namespace madoguchi::ui
