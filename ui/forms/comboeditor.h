// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/composing.h"
#include "ui/forms/fieldeditor.h"

#include <QComboBox>
#include <QLineEdit>

namespace madoguchi::ui {

/// One of many; with more than kSearchable the user types a part of the name. A municipality is one of
/// Tokyo's by name, or any other by its code.
class ComboEditor : public FieldEditor {
  Q_OBJECT

public:
  static constexpr std::size_t kSearchable = 12;

  ComboEditor(bool searchable, QWidget* parent);

  void setLook(const FieldLook& look) override;
  void setValue(const core::json::value& value) override;
  [[nodiscard]] FieldValue value() const override;
  [[nodiscard]] QString draft() const override;
  void setDraft(const QString& draft) override;
  [[nodiscard]] bool isComposing() const override { return m_line != nullptr && m_line->isComposing(); }
  [[nodiscard]] QWidgetList inputs() const override { return {m_box}; }

protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

private:
  void makeSearchable();
  void fill();
  void showText(const QString& text);
  [[nodiscard]] QString labelOf(const core::json::value& value) const;

  QComboBox* m_box;
  Composing<QLineEdit>* m_line = nullptr;
  FieldLook m_look;
  core::json::value m_value;
  bool m_popup = false; ///< a choice in the list of names is one act
};

} // namespace madoguchi::ui
