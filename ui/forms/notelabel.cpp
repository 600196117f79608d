// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/notelabel.h"

#include "ui/basics/icons.h"
#include "ui/basics/theme.h"
#include "ui/basics/widgets.h"

#include <QEvent>
#include <QGridLayout>
#include <QIcon>
#include <QLabel>

namespace madoguchi::ui {

namespace {

QString roleOf(NoteLabel::Tone tone) {
  if (tone == NoteLabel::Tone::Error) return QStringLiteral("error");
  return tone == NoteLabel::Tone::Office ? QStringLiteral("office") : QStringLiteral("muted");
}

QPalette::ColorRole colourOf(NoteLabel::Tone tone) {
  if (tone == NoteLabel::Tone::Error) return QPalette::BrightText;
  return tone == NoteLabel::Tone::Office ? QPalette::Link : QPalette::PlaceholderText;
}

} // namespace

NoteLabel::NoteLabel(const QString& icon, Tone tone, QWidget* parent)
    : QWidget(parent), m_iconName(icon), m_tone(tone), m_layout(new QGridLayout(this)),
      m_icon(new QLabel(this)), m_text(new QLabel(this)) {
  m_layout->setContentsMargins(0, 2, 0, 0);
  m_layout->setSpacing(space::kTight);
  m_layout->addWidget(m_icon, 0, 0, Qt::AlignTop);
  m_layout->addWidget(m_text, 0, 1);
  m_layout->setColumnStretch(1, 1);
  setRole(m_text, roleOf(tone));
  m_text->setTextFormat(Qt::PlainText);
  m_text->setWordWrap(true);
  m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
  draw();
}

void NoteLabel::setNote(const QString& sign, const QString& text) {
  m_icon->setAccessibleName(sign);
  m_text->setText(text);
}

QString NoteLabel::text() const {
  return m_text->text();
}

void NoteLabel::addButton(QWidget* button) {
  m_layout->addWidget(button, 1, 1, Qt::AlignLeft);
}

void NoteLabel::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) draw();
}

void NoteLabel::draw() {
  // As high as a line of text, so that both begin on one line.
  const int size = m_text->fontMetrics().height();
  m_icon->setPixmap(
      icon(m_iconName, palette().color(colourOf(m_tone))).pixmap(QSize(size, size), devicePixelRatioF()));
}

} // namespace madoguchi::ui
