// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/formmodel.h"

#include <QWidget>

namespace madoguchi::ui {

/// One line of a form on screen: a field, a heading, the head of a list or of one of its entries, or the
/// button that adds an entry.
class FormLine : public QWidget {
  Q_OBJECT

public:
  FormLine(models::FormModel& model, QWidget* parent) : QWidget(parent), m_model(model) {}

  /// Shows the model's row as it is now.
  void setRow(int row);
  [[nodiscard]] int row() const { return m_row; }
  [[nodiscard]] const std::string& pointer() const { return m_pointer; }

  virtual void setReadOnly(bool readOnly) = 0;
  /// Titles beside the values, `titleWidth` pixels wide; above them where that is 0.
  virtual void setTitleWidth(int titleWidth) { Q_UNUSED(titleWidth) }
  /// False for a line that is put aside: the model may have no rows.
  [[nodiscard]] bool hasRow() const { return m_row >= 0 && m_row < m_model.rowCount(); }
  /// What the keyboard reaches, in order.
  [[nodiscard]] virtual QWidgetList inputs() const = 0;
  /// Makes what is shown only when it comes into view.
  virtual void build() {}

protected:
  virtual void refresh() = 0;
  void paintEvent(QPaintEvent* event) override;

  [[nodiscard]] QVariant data(int role) const { return m_model.index(m_row).data(role); }
  [[nodiscard]] const models::FormRow& formRow() const;
  [[nodiscard]] models::FormModel& model() const { return m_model; }
  /// Left of what stands inside an entry of a list.
  [[nodiscard]] int indent() const;

private:
  models::FormModel& m_model;
  int m_row = 0;
  int m_depth = 0;
  std::string m_pointer;
};

} // namespace madoguchi::ui
