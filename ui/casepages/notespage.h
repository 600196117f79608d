// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/basics/context.h"

#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QPushButton;
class QVBoxLayout;

namespace madoguchi::ui {

/// Notes of the office on the case. Anybody in scope may add one; none is ever changed. A note that is being
/// written stays with its case until it is added.
class NotesPage : public QWidget {
  Q_OBJECT

public:
  NotesPage(const Context& context, QWidget* parent = nullptr);

protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

private:
  void refresh();
  void add();
  void restore();
  void keep();
  /// A note was added: it is no longer being written.
  void forget(const core::CaseId& id, const QString& added);
  void offer();

  Context m_context;
  QVBoxLayout* m_list;
  QPlainTextEdit* m_text;
  QLabel* m_unsent;
  QPushButton* m_add;
  core::CaseId m_shownCase; ///< whose note is being written
};

} // namespace madoguchi::ui
