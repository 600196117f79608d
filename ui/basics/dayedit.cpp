// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/basics/dayedit.h"

#include "core/calendar/era.h"
#include "models/datetext.h"
#include "models/text.h"
#include "ui/basics/theme.h"
#include "ui/basics/widgets.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>

namespace madoguchi::ui {

DayEdit::DayEdit(QWidget* parent)
    : QWidget(parent), m_edit(new QLineEdit(this)), m_meaning(mutedLabel({}, this)) {
  auto* layout = new QHBoxLayout(this);
  layout->setContentsMargins({});
  layout->setSpacing(space::kSmall);
  layout->addWidget(m_edit);
  layout->addWidget(m_meaning, 1);
  m_edit->setObjectName(QStringLiteral("day"));
  m_edit->setMaximumWidth(em(m_edit) * 20);
  m_edit->setPlaceholderText(QStringLiteral("R8.4.1 / 2026-04-01"));
  m_edit->installEventFilter(this);
  setFocusProxy(m_edit);
  connect(m_edit, &QLineEdit::textChanged, this, &DayEdit::read);
}

void DayEdit::setDay(std::optional<core::Date> day) {
  m_edit->setText(day ? models::qtext(core::toText(*day)) : QString());
}

std::optional<core::Date> DayEdit::day() const {
  const auto read = core::readDateText(m_edit->text().toStdString());
  return read ? std::optional(*read) : std::nullopt;
}

QString DayEdit::text() const {
  return m_edit->text();
}

void DayEdit::setText(const QString& text) {
  m_edit->setText(text);
}

void DayEdit::setAccessibleTitle(const QString& title) {
  m_edit->setAccessibleName(title);
}

void DayEdit::read() {
  const QString text = m_edit->text();
  const auto read = core::readDateText(text.toStdString());
  const bool wrong = !read && !text.isEmpty();
  m_meaning->setText(read ? models::longDay(*read) : (wrong ? models::dayProblem(read.error()) : QString()));
  setStyleProperty(m_meaning, "role", wrong ? QStringLiteral("error") : QStringLiteral("muted"));
  setStyleProperty(m_edit, "wrong", wrong);
  Q_EMIT dayChanged();
}

bool DayEdit::eventFilter(QObject* watched, QEvent* event) {
  if (watched == m_edit && event->type() == QEvent::KeyPress) {
    const int key = static_cast<QKeyEvent*>(event)->key();
    if ((key == Qt::Key_Up || key == Qt::Key_Down) && day()) {
      setDay(*day() + std::chrono::days(key == Qt::Key_Up ? 1 : -1));
      return true;
    }
  }
  return QWidget::eventFilter(watched, event);
}

} // namespace madoguchi::ui
