// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/composing.h"
#include "ui/forms/fieldeditor.h"

#include <QPlainTextEdit>

namespace madoguchi::ui {

/// Several lines; grows with its text. Tab leaves it, Enter is a new line.
class TextEditor : public FieldEditor {
  Q_OBJECT

public:
  explicit TextEditor(QWidget* parent);

  void setLook(const FieldLook& look) override;
  void setValue(const core::json::value& value) override;
  [[nodiscard]] FieldValue value() const override { return readField(m_row, draft()); }
  [[nodiscard]] QString draft() const override { return m_input->toPlainText(); }
  void setDraft(const QString& draft) override;
  [[nodiscard]] bool isComposing() const override { return m_input->isComposing(); }
  [[nodiscard]] QWidgetList inputs() const override { return {m_input}; }
  [[nodiscard]] bool leavesByEnter() const override { return false; }

protected:
  void resizeEvent(QResizeEvent* event) override;

private:
  void fitHeight();
  void onTextChanged();

  Composing<QPlainTextEdit>* m_input;
  models::FormRow m_row;
  QString m_last; ///< a preedit changes the document, not the text
};

} // namespace madoguchi::ui
