// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/conflictchoice.h"
#include "ui/basics/context.h"
#include "ui/basics/listpage.h"

#include <QWidget>

#include <map>
#include <optional>

class QLabel;
class QPushButton;
class QTableView;
class QVBoxLayout;

namespace madoguchi::ui {

class HeldRemovalCard;

/// Conflicts and rejections, and the choice for each field that both sides changed: mine, theirs, or
/// something else. The choice becomes a new command.
class AttentionPage : public QWidget, public ListPage {
  Q_OBJECT

public:
  AttentionPage(const Context& context, QWidget* parent = nullptr);

  /// Shows what the server would remove, where something is held.
  void showHeldRemoval();
  [[nodiscard]] const QAbstractItemModel& listModel() const override;
  [[nodiscard]] ShownList shownList() const override;

Q_SIGNALS:
  void caseWanted(const core::CaseId& id);
  void said(const madoguchi::ui::Message& message);

private:
  void connectAll();
  void showItem();
  void showConflicts(const models::OutboxItem& item, QVBoxLayout* box);
  void addConflict(const core::OutboxEntry& entry, const core::FieldConflict& conflict,
                   const core::Procedure* procedure);
  void settle();
  void dropMine();
  void resolve(const std::optional<core::CommandBody>& replacement);
  [[nodiscard]] const models::OutboxItem* current() const;

  Context m_context;
  HeldRemovalCard* m_removal;
  QTableView* m_table;
  QLabel* m_summary;
  QWidget* m_choices = nullptr;
  QVBoxLayout* m_detail;
  QPushButton* m_settle;
  QPushButton* m_drop;
  QPushButton* m_retry;
  QPushButton* m_open;
  std::map<std::string, models::FieldChoice> m_chosen;
  std::optional<quint64> m_request;
  core::CaseId m_read; ///< whose record was asked for, for the names of its fields
  quint64 m_reading = 0;
  std::optional<std::pair<core::ProcedureId, int>> m_procedure; ///< of that case; none while it is on its way
};

} // namespace madoguchi::ui
