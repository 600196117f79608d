// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/composing.h"
#include "ui/forms/fieldeditor.h"

#include <QLineEdit>

class QLabel;

namespace madoguchi::ui {

/// A line of text, a number, an amount, or a day; a day is shown in the other calendar beside it.
class LineEditor : public FieldEditor {
  Q_OBJECT

public:
  explicit LineEditor(QWidget* parent);

  void setLook(const FieldLook& look) override;
  void setValue(const core::json::value& value) override;
  [[nodiscard]] FieldValue value() const override { return readField(m_look.row, m_input->text()); }
  [[nodiscard]] QString draft() const override { return m_input->text(); }
  void setDraft(const QString& draft) override;
  [[nodiscard]] bool isComposing() const override { return m_input->isComposing(); }
  [[nodiscard]] QWidgetList inputs() const override { return {m_input}; }

private:
  void showOtherCalendar();
  [[nodiscard]] int columns() const;

  Composing<QLineEdit>* m_input;
  QLabel* m_beside; ///< unit, or the day in the other calendar
  FieldLook m_look;
};

} // namespace madoguchi::ui
