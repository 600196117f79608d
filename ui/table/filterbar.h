// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/basics/context.h"

#include <QFrame>

class QComboBox;
class QLineEdit;
class QToolButton;

namespace madoguchi::ui {

/// Narrows the queue by text, status, procedure, due day, holder and flag. What is set is visible, and
/// remembered for each queue.
class FilterBar : public QFrame {
  Q_OBJECT

public:
  FilterBar(const Context& context, QWidget* parent = nullptr);

  /// Shows what was set for this queue the last time.
  void setQueue(core::Queue queue);
  /// The queue's query, narrowed.
  [[nodiscard]] core::CaseQuery narrowed(core::CaseQuery query) const;
  [[nodiscard]] bool isEmpty() const;
  void clear();
  void focusText();

Q_SIGNALS:
  void filterChanged();

private:
  void fillChoices();
  void changed();
  [[nodiscard]] QComboBox* addChoice(const QString& name, const QString& all);

  Context m_context;
  core::Queue m_queue = core::Queue::MyCases;
  QLineEdit* m_text;
  QComboBox* m_status;
  QComboBox* m_procedure;
  QComboBox* m_due;
  QComboBox* m_holder;
  QComboBox* m_flag;
  QToolButton* m_clear;
  bool m_restoring = false;
};

} // namespace madoguchi::ui
