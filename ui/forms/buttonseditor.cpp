// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/buttonseditor.h"

#include "models/text.h"
#include "ui/forms/flowlayout.h"

#include <QAbstractButton>

namespace madoguchi::ui {

ButtonsEditor::ButtonsEditor(QWidget* parent) : FieldEditor(parent) {
  new FlowLayout(this);
}

void ButtonsEditor::setChoices(const std::vector<models::FormOption>& choices, const FieldLook& look) {
  if (m_buttons.size() != static_cast<qsizetype>(choices.size())) {
    qDeleteAll(m_buttons);
    m_buttons.clear();
    for (std::size_t i = 0; i < choices.size(); ++i) {
      m_buttons.append(makeButton(static_cast<int>(i)));
      layout()->addWidget(m_buttons.last());
    }
  }
  for (qsizetype i = 0; i < m_buttons.size(); ++i) {
    const QString& label = choices[static_cast<std::size_t>(i)].label;
    m_buttons[i]->setText(QString(label).replace(QChar(u'&'), QStringLiteral("&&")));
    name(m_buttons[i], look, label);
  }
  setAccessibleName(look.title);
}

QString ButtonsEditor::draft() const {
  return models::qtext(core::canonicalJson(*value()));
}

void ButtonsEditor::setDraft(const QString& draft) {
  if (const auto value = core::parseJson(draft.toStdString())) show(*value);
}

} // namespace madoguchi::ui
