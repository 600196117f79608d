// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/radioeditor.h"

#include <QButtonGroup>
#include <QKeyEvent>
#include <QRadioButton>

namespace madoguchi::ui {

RadioEditor::RadioEditor(QWidget* parent) : ButtonsEditor(parent), m_group(new QButtonGroup(this)) {
  connect(m_group, &QButtonGroup::idClicked, this, [this](int id) {
    m_value = m_choices[static_cast<std::size_t>(id)].value;
    if (m_trying)
      Q_EMIT typed();
    else
      Q_EMIT picked();
  });
}

void RadioEditor::setLook(const FieldLook& look) {
  m_choices = *look.choices;
  if (!look.row.required) m_choices.push_back({{}, tr("(not chosen)")});
  setChoices(m_choices, look);
  check();
}

QAbstractButton* RadioEditor::makeButton(int place) {
  auto* button = new QRadioButton(this);
  button->installEventFilter(this);
  m_group->addButton(button, place);
  return button;
}

void RadioEditor::check() {
  for (std::size_t i = 0; i < m_choices.size(); ++i)
    if (m_choices[i].value == m_value) {
      buttons()[static_cast<qsizetype>(i)]->setChecked(true);
      return;
    }
  // An exclusive group would not let go of the last one.
  m_group->setExclusive(false);
  for (QAbstractButton* button : buttons())
    button->setChecked(false);
  m_group->setExclusive(true);
}

void RadioEditor::setValue(const core::json::value& value) {
  m_value = value;
  check();
}

FieldValue RadioEditor::value() const {
  return m_value;
}

QWidgetList RadioEditor::inputs() const {
  QWidgetList out;
  for (QAbstractButton* button : buttons())
    if (button->isChecked())
      out.prepend(button);
    else
      out.append(button);
  return out;
}

bool RadioEditor::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::KeyPress) {
    const int key = static_cast<QKeyEvent*>(event)->key();
    m_trying = key == Qt::Key_Left || key == Qt::Key_Right || key == Qt::Key_Up || key == Qt::Key_Down;
  } else if (event->type() == QEvent::MouseButtonPress) {
    m_trying = false;
  }
  return ButtonsEditor::eventFilter(watched, event);
}

} // namespace madoguchi::ui
