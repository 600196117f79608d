// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/choiceline.h"

#include "models/text.h"
#include "ui/basics/theme.h"

#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>

#include <algorithm>

namespace madoguchi::ui {

ChoiceLine::ChoiceLine(models::FormModel& model, QWidget* parent)
    : FormLine(model, parent), m_layout(new QGridLayout(this)), m_title(new QLabel(this)),
      m_box(new QComboBox(this)) {
  m_layout->setHorizontalSpacing(space::kMedium);
  m_layout->setVerticalSpacing(space::kTight);
  m_title->setTextFormat(Qt::PlainText);
  m_title->setWordWrap(true);
  m_title->setBuddy(m_box);
  m_box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  m_box->setMinimumContentsLength(36);
  m_box->setMinimumWidth(fontMetrics().averageCharWidth() * 16);
  m_box->installEventFilter(this);
  connect(m_box, &QComboBox::activated, this,
          [this](int at) { Q_EMIT taken(pointer(), formRow().choice, static_cast<std::size_t>(at)); });
}

void ChoiceLine::setTitleWidth(int titleWidth) {
  const bool beside = titleWidth > 0;
  m_layout->setContentsMargins(indent(), space::kTight, 0, space::kTight);
  m_title->setMinimumWidth(0);
  m_title->setMaximumWidth(QWIDGETSIZE_MAX);
  if (beside) m_title->setFixedWidth(std::max(titleWidth - indent(), titleWidth / 2));
  m_layout->removeWidget(m_title);
  m_layout->removeWidget(m_box);
  m_layout->addWidget(m_title, 0, 0);
  m_layout->addWidget(m_box, beside ? 0 : 1, beside ? 1 : 0, Qt::AlignLeft);
  m_layout->setColumnStretch(0, beside ? 0 : 1);
  m_layout->setColumnStretch(1, beside ? 1 : 0);
}

void ChoiceLine::refresh() {
  const models::FormOptions alternatives = model().alternativesOf(formRow());
  QStringList labels;
  for (const models::FormOption& alternative : *alternatives)
    labels << alternative.label;
  QStringList shown;
  for (int i = 0; i < m_box->count(); ++i)
    shown << m_box->itemText(i);
  if (shown != labels) {
    m_box->clear();
    m_box->addItems(labels);
  }
  m_box->setCurrentIndex(static_cast<int>(formRow().taken));
  m_title->setText(data(models::FormModel::TitleRole).toString());
  const QString part = models::localText(formRow().field->title);
  m_box->setAccessibleName(tr("%1: which of these").arg(part));
  m_box->setAccessibleDescription(tr("The fields below change with it."));
  m_box->setObjectName(QStringLiteral("choice:") + models::qtext(pointer()));
  setObjectName(QStringLiteral("choiceLine:") + models::qtext(pointer()));
}

void ChoiceLine::setReadOnly(bool readOnly) {
  m_box->setEnabled(!readOnly);
}

QWidgetList ChoiceLine::inputs() const {
  return m_box->isEnabled() ? QWidgetList{m_box} : QWidgetList();
}

bool ChoiceLine::eventFilter(QObject* watched, QEvent* event) {
  // The wheel scrolls the form; it never changes an answer in passing.
  if (event->type() == QEvent::Wheel) {
    event->ignore();
    return true;
  }
  return FormLine::eventFilter(watched, event);
}

} // namespace madoguchi::ui
