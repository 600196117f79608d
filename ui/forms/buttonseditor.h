// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/fieldeditor.h"

#include <QList>

#include <vector>

class QAbstractButton;

namespace madoguchi::ui {

/// Few choices, each a button with its label, side by side.
class ButtonsEditor : public FieldEditor {
  Q_OBJECT

public:
  [[nodiscard]] QString draft() const override;
  void setDraft(const QString& draft) override;

protected:
  explicit ButtonsEditor(QWidget* parent);

  /// A button for each choice; made anew only where their number changes.
  void setChoices(const std::vector<models::FormOption>& choices, const FieldLook& look);
  [[nodiscard]] virtual QAbstractButton* makeButton(int place) = 0;
  /// Checks what the value says.
  virtual void show(const core::json::value& value) = 0;

  [[nodiscard]] const QList<QAbstractButton*>& buttons() const { return m_buttons; }

private:
  QList<QAbstractButton*> m_buttons;
};

} // namespace madoguchi::ui
