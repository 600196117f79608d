// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/notelabel.h"

#include "ui/basics/icons.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QIcon>
#include <QLabel>

namespace madoguchi::ui {

NoteLabel::NoteLabel(const QString& icon, QPalette::ColorRole tone, QWidget* parent)
    : QWidget(parent), m_iconName(icon), m_tone(tone), m_layout(new QHBoxLayout(this)),
      m_icon(new QLabel(this)), m_text(new QLabel(this)) {
  m_layout->setContentsMargins(0, 2, 0, 0);
  m_layout->setSpacing(6);
  m_layout->addWidget(m_icon, 0, Qt::AlignTop);
  m_layout->addWidget(m_text, 1);
  m_text->setTextFormat(Qt::PlainText);
  m_text->setWordWrap(true);
  m_text->setForegroundRole(tone);
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
  m_layout->addWidget(button, 0, Qt::AlignTop);
}

void NoteLabel::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) draw();
}

void NoteLabel::draw() {
  // As high as a line of text, so that both begin on one line.
  const int size = m_text->fontMetrics().height();
  m_icon->setPixmap(icon(m_iconName, palette().color(m_tone)).pixmap(QSize(size, size), devicePixelRatioF()));
}

} // namespace madoguchi::ui
