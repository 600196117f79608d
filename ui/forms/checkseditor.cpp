// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/checkseditor.h"

#include "models/text.h"
#include "ui/forms/flowlayout.h"

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

ChecksEditor::ChecksEditor(QWidget* parent) : FieldEditor(parent) {
  new FlowLayout(this);
}

void ChecksEditor::setLook(const FieldLook& look) {
  m_look = look;
  if (m_boxes.size() != static_cast<qsizetype>(look.choices->size())) makeBoxes();
  for (qsizetype i = 0; i < m_boxes.size(); ++i) {
    const QString& label = (*look.choices)[static_cast<std::size_t>(i)].label;
    m_boxes[i]->setText(QString(label).replace(QChar(u'&'), QStringLiteral("&&")));
    name(m_boxes[i], look, label);
  }
  setAccessibleName(look.title);
}

void ChecksEditor::makeBoxes() {
  qDeleteAll(m_boxes);
  m_boxes.clear();
  for (std::size_t i = 0; i < m_look.choices->size(); ++i) {
    auto* box = new QCheckBox(this);
    // Several ticks are one answer: it is saved when the field is left.
    connect(box, &QCheckBox::clicked, this, &FieldEditor::typed);
    layout()->addWidget(box);
    m_boxes.append(box);
  }
}

void ChecksEditor::setValue(const core::json::value& value) {
  m_value = value;
  for (qsizetype i = 0; i < m_boxes.size(); ++i)
    m_boxes[i]->setChecked(holds(value, (*m_look.choices)[static_cast<std::size_t>(i)].value));
}

FieldValue ChecksEditor::value() const {
  core::json::array ticked;
  for (qsizetype i = 0; i < m_boxes.size(); ++i)
    if (m_boxes[i]->isChecked()) ticked.push_back((*m_look.choices)[static_cast<std::size_t>(i)].value);
  // The applicant's own order is no difference.
  if (m_value.is_array() && m_value.get_array().size() == ticked.size() &&
      std::all_of(ticked.begin(), ticked.end(), [this](const auto& item) { return holds(m_value, item); }))
    return m_value;
  if (ticked.empty() && m_value.is_null()) return core::json::value();
  return core::json::value(std::move(ticked));
}

QString ChecksEditor::draft() const {
  return models::qtext(core::canonicalJson(*value()));
}

void ChecksEditor::setDraft(const QString& draft) {
  const auto value = core::parseJson(draft.toStdString());
  if (!value) return;
  for (qsizetype i = 0; i < m_boxes.size(); ++i)
    m_boxes[i]->setChecked(holds(*value, (*m_look.choices)[static_cast<std::size_t>(i)].value));
}

QWidgetList ChecksEditor::inputs() const {
  QWidgetList out;
  for (QCheckBox* box : m_boxes)
    out.append(box);
  return out;
}

} // namespace madoguchi::ui
