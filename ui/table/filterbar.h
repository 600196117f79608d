// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/listfilter.h"
#include "ui/basics/context.h"

#include <QFrame>

class QComboBox;
class QLineEdit;
class QToolButton;

namespace madoguchi::ui {

/// Narrows the list by text, status, procedure, due day, holder, flag and label. What is set is visible; who
/// shows the list remembers it.
class FilterBar : public QFrame {
  Q_OBJECT

public:
  FilterBar(const Context& context, QWidget* parent = nullptr);

  /// Sets all parts, without a signal.
  void showFilter(const models::ListFilter& filter);
  [[nodiscard]] const models::ListFilter& filter() const { return m_filter; }
  void clear();
  void focusText();

Q_SIGNALS:
  void filterChanged();
  /// The user wants to keep what is set under a name.
  void saveWanted();

private:
  void fillChoices();
  void showLabel(const QString& label);
  void changed();
  [[nodiscard]] models::ListFilter read() const;
  [[nodiscard]] QComboBox* addChoice(const QString& name, const QString& all);

  Context m_context;
  models::ListFilter m_filter;
  QLineEdit* m_text;
  QComboBox* m_status;
  QComboBox* m_procedure;
  QComboBox* m_due;
  QComboBox* m_holder;
  QComboBox* m_flag;
  QToolButton* m_save;
  QToolButton* m_clear;
  bool m_restoring = false;
};

} // namespace madoguchi::ui
