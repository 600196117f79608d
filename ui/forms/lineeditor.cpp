// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/lineeditor.h"

#include "core/calendar/era.h"
#include "models/text.h"

#include <QDate>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>

namespace madoguchi::ui {

namespace {

constexpr int kWidest = 40; // in full-width letters
constexpr int kNarrowest = 8;

/// With the weekday, in the calendar that is not the typed one.
QString otherCalendar(const QString& typed, core::Date day) {
  const std::chrono::year_month_day parts(day);
  const QDate date(int(parts.year()), int(unsigned(parts.month())), int(unsigned(parts.day())));
  const bool western = !typed.trimmed().isEmpty() && typed.trimmed().at(0).isDigit();
  const QString form = models::isJapanese() ? QStringLiteral("%1（%2）") : QStringLiteral("%1 (%2)");
  return form.arg(models::qtext(western ? core::toEraText(day) : core::toText(day)),
                  QLocale().toString(date, QStringLiteral("ddd")));
}

} // namespace

LineEditor::LineEditor(QWidget* parent)
    : FieldEditor(parent), m_input(new Composing<QLineEdit>(this)), m_beside(new QLabel(this)) {
  auto* layout = new QHBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(m_input, 1);
  layout->addWidget(m_beside);
  layout->addStretch();
  m_beside->setTextFormat(Qt::PlainText);
  // A narrow form is not scrolled sideways for it.
  m_beside->setWordWrap(true);
  m_beside->hide();
  connect(m_input, &QLineEdit::textEdited, this, [this] {
    showOtherCalendar();
    Q_EMIT typed();
  });
}

int LineEditor::columns() const {
  using models::FieldType;
  const std::string& widget = m_look.row.field->widget;
  if (m_look.row.type == FieldType::Date || widget == "phone") return 12;
  if (m_look.row.type == FieldType::Moment) return 16;
  if (m_look.row.type == FieldType::Money) return 10;
  if (m_look.row.type == FieldType::Number || widget == "postalCode") return kNarrowest;
  return kWidest;
}

void LineEditor::setLook(const FieldLook& look) {
  m_look = look;
  name(m_input, look);
  const bool isNumber =
      look.row.type == models::FieldType::Money || look.row.type == models::FieldType::Number;
  m_input->setAlignment(isNumber ? Qt::AlignRight : Qt::AlignLeft);
  m_input->setMaximumWidth(columns() * fontMetrics().horizontalAdvance(QChar(u'漢')) + 24);
  if (look.row.type == models::FieldType::Date)
    showOtherCalendar();
  else {
    const QString unit = models::localText(look.row.field->unit);
    m_beside->setText(unit);
    m_beside->setVisible(!unit.isEmpty());
  }
}

void LineEditor::setValue(const core::json::value& value) {
  setDraft(fieldText(m_look.row, value));
}

void LineEditor::setDraft(const QString& draft) {
  if (m_input->text() == draft) return;
  m_input->setText(draft);
  m_input->setCursorPosition(0);
  showOtherCalendar();
}

void LineEditor::showOtherCalendar() {
  if (m_look.row.type != models::FieldType::Date) return;
  const auto day = core::readDateText(m_input->text().toStdString());
  if (day) m_beside->setText(otherCalendar(m_input->text(), *day));
  m_beside->setVisible(day.has_value());
}

} // namespace madoguchi::ui
