// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/buttonseditor.h"

class QButtonGroup;

namespace madoguchi::ui {

/// One of few, or yes and no; where the field may stay empty, "not chosen" is one of them.
class RadioEditor : public ButtonsEditor {
  Q_OBJECT

public:
  explicit RadioEditor(QWidget* parent);

  void setLook(const FieldLook& look) override;
  void setValue(const core::json::value& value) override;
  [[nodiscard]] FieldValue value() const override;
  [[nodiscard]] QWidgetList inputs() const override;

protected:
  [[nodiscard]] QAbstractButton* makeButton(int place) override;
  void show(const core::json::value& value) override { setValue(value); }
  bool eventFilter(QObject* watched, QEvent* event) override;

private:
  void check();

  QButtonGroup* m_group;
  std::vector<models::FormOption> m_choices; ///< and "not chosen"
  core::json::value m_value;
  bool m_trying = false; ///< by arrow keys: saved only when the field is left
};

} // namespace madoguchi::ui
