// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/radioeditor.h"

#include "models/text.h"
#include "ui/forms/flowlayout.h"

#include <QButtonGroup>
#include <QKeyEvent>
#include <QRadioButton>

#include <algorithm>

namespace madoguchi::ui {

RadioEditor::RadioEditor(QWidget* parent) : FieldEditor(parent), m_group(new QButtonGroup(this)) {
  new FlowLayout(this);
  connect(m_group, &QButtonGroup::idClicked, this, [this](int id) {
    m_value = m_choices[static_cast<std::size_t>(id)].value;
    if (m_trying)
      Q_EMIT typed();
    else
      Q_EMIT picked();
  });
}

void RadioEditor::setLook(const FieldLook& look) {
  m_look = look;
  m_choices = *look.choices;
  if (!look.row.required) m_choices.push_back({{}, tr("(not chosen)")});
  if (m_buttons.size() != static_cast<qsizetype>(m_choices.size())) makeButtons();
  for (qsizetype i = 0; i < m_buttons.size(); ++i) {
    const QString& label = m_choices[static_cast<std::size_t>(i)].label;
    m_buttons[i]->setText(QString(label).replace(QChar(u'&'), QStringLiteral("&&")));
    name(m_buttons[i], look, label);
  }
  setAccessibleName(look.title);
  check();
}

void RadioEditor::makeButtons() {
  qDeleteAll(m_buttons);
  m_buttons.clear();
  for (std::size_t i = 0; i < m_choices.size(); ++i) {
    auto* button = new QRadioButton(this);
    button->installEventFilter(this);
    m_group->addButton(button, static_cast<int>(i));
    layout()->addWidget(button);
    m_buttons.append(button);
  }
}

void RadioEditor::check() {
  for (std::size_t i = 0; i < m_choices.size(); ++i)
    if (m_choices[i].value == m_value) {
      m_buttons[static_cast<qsizetype>(i)]->setChecked(true);
      return;
    }
  // An exclusive group would not let go of the last one.
  m_group->setExclusive(false);
  for (QRadioButton* button : m_buttons)
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

QString RadioEditor::draft() const {
  return models::qtext(core::canonicalJson(m_value));
}

void RadioEditor::setDraft(const QString& draft) {
  if (const auto value = core::parseJson(draft.toStdString())) setValue(*value);
}

QWidgetList RadioEditor::inputs() const {
  QWidgetList out;
  for (QRadioButton* button : m_buttons)
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
  return FieldEditor::eventFilter(watched, event);
}

} // namespace madoguchi::ui
