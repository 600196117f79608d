// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/formline.h"

class QComboBox;
class QGridLayout;
class QLabel;

namespace madoguchi::ui {

/// Which alternative of a part of the form is filled.
class ChoiceLine : public FormLine {
  Q_OBJECT

public:
  ChoiceLine(models::FormModel& model, QWidget* parent);

  void setReadOnly(bool readOnly) override;
  void setTitleWidth(int titleWidth) override;
  [[nodiscard]] QWidgetList inputs() const override;

Q_SIGNALS:
  void taken(const std::string& part, const core::SchemaChoice* choice, std::size_t alternative);

protected:
  void refresh() override;
  bool eventFilter(QObject* watched, QEvent* event) override;

private:
  QGridLayout* m_layout;
  QLabel* m_title;
  QComboBox* m_box;
};

} // namespace madoguchi::ui
