// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/buttonseditor.h"

namespace madoguchi::ui {

/// Several of few. Values in the order of the form, whatever was ticked first.
class ChecksEditor : public ButtonsEditor {
  Q_OBJECT

public:
  explicit ChecksEditor(QWidget* parent) : ButtonsEditor(parent) {}

  void setLook(const FieldLook& look) override;
  void setValue(const core::json::value& value) override;
  [[nodiscard]] FieldValue value() const override;
  [[nodiscard]] QWidgetList inputs() const override;

protected:
  [[nodiscard]] QAbstractButton* makeButton(int place) override;
  void show(const core::json::value& value) override;

private:
  FieldLook m_look;
  core::json::value m_value;
};

} // namespace madoguchi::ui
