// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/fieldreader.h"

#include <QWidget>

namespace madoguchi::ui {

/// What an editor must know of its field, in the language of the moment.
struct FieldLook {
  models::FormRow row;
  QString title;
  QString description;         ///< help and error, for those who listen
  models::FormOptions choices; ///< never null; empty where any value will do
};

/// Shows one value and lets it be changed. It saves nothing: its line does.
class FieldEditor : public QWidget {
  Q_OBJECT

public:
  using QWidget::QWidget;

  /// Titles, labels, choices: at first and whenever the language or an error has changed. Keeps the value.
  virtual void setLook(const FieldLook& look) = 0;
  virtual void setValue(const core::json::value& value) = 0;
  [[nodiscard]] virtual FieldValue value() const = 0;
  /// What stands here, value or not, as setDraft takes it.
  [[nodiscard]] virtual QString draft() const = 0;
  virtual void setDraft(const QString& draft) = 0;
  [[nodiscard]] virtual bool isComposing() const { return false; }
  /// What the keyboard reaches, in order; the first is where a jump leads.
  [[nodiscard]] virtual QWidgetList inputs() const = 0;
  /// Whether Enter goes on to the next field.
  [[nodiscard]] virtual bool leavesByEnter() const { return true; }

Q_SIGNALS:
  /// By the user, and not done yet.
  void typed();
  /// By the user, done in one act: a click.
  void picked();

protected:
  /// Gives an input its words for screen readers; `part`: which choice of several it is.
  static void name(QWidget* input, const FieldLook& look, const QString& part = {});
};

} // namespace madoguchi::ui
