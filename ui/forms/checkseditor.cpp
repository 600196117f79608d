// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/checkseditor.h"

#include <QCheckBox>

#include <algorithm>

namespace madoguchi::ui {

namespace {

bool holds(const core::json::value& list, const core::json::value& item) {
  if (!list.is_array()) return false;
  const core::json::array& items = list.get_array();
  return std::find(items.begin(), items.end(), item) != items.end();
}

} // namespace

void ChecksEditor::setLook(const FieldLook& look) {
  m_look = look;
  setChoices(*look.choices, look);
}

QAbstractButton* ChecksEditor::makeButton(int) {
  auto* box = new QCheckBox(this);
  // Several ticks are one answer: it is saved when the field is left.
  connect(box, &QCheckBox::clicked, this, &FieldEditor::typed);
  return box;
}

void ChecksEditor::show(const core::json::value& value) {
  for (qsizetype i = 0; i < buttons().size(); ++i)
    buttons()[i]->setChecked(holds(value, (*m_look.choices)[static_cast<std::size_t>(i)].value));
}

void ChecksEditor::setValue(const core::json::value& value) {
  m_value = value;
  show(value);
}

FieldValue ChecksEditor::value() const {
  core::json::array ticked;
  for (qsizetype i = 0; i < buttons().size(); ++i)
    if (buttons()[i]->isChecked()) ticked.push_back((*m_look.choices)[static_cast<std::size_t>(i)].value);
  // The applicant's own order is no difference.
  if (m_value.is_array() && m_value.get_array().size() == ticked.size() &&
      std::all_of(ticked.begin(), ticked.end(), [this](const auto& item) { return holds(m_value, item); }))
    return m_value;
  if (ticked.empty() && m_value.is_null()) return core::json::value();
  return core::json::value(std::move(ticked));
}

QWidgetList ChecksEditor::inputs() const {
  QWidgetList out;
  for (QAbstractButton* box : buttons())
    out.append(box);
  return out;
}

} // namespace madoguchi::ui
