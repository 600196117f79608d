// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/fieldeditor.h"

#include <QList>

class QCheckBox;

namespace madoguchi::ui {

/// Several of few. Values in the order of the form, whatever was ticked first.
class ChecksEditor : public FieldEditor {
  Q_OBJECT

public:
  explicit ChecksEditor(QWidget* parent);

  void setLook(const FieldLook& look) override;
  void setValue(const core::json::value& value) override;
  [[nodiscard]] FieldValue value() const override;
  [[nodiscard]] QString draft() const override;
  void setDraft(const QString& draft) override;
  [[nodiscard]] QWidgetList inputs() const override;

private:
  void makeBoxes();

  QList<QCheckBox*> m_boxes;
  FieldLook m_look;
  core::json::value m_value;
};

} // namespace madoguchi::ui
