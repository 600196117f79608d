// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/texteditor.h"

#include <QHBoxLayout>
#include <QTextDocument>

#include <algorithm>

namespace madoguchi::ui {

namespace {

constexpr int kFewestLines = 2;
constexpr int kMostLines = 12;
constexpr int kWidest = 40; // in full-width letters, as a line

} // namespace

TextEditor::TextEditor(QWidget* parent) : FieldEditor(parent), m_input(new Composing<QPlainTextEdit>(this)) {
  auto* layout = new QHBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(m_input, 1);
  layout->addStretch();
  m_input->setTabChangesFocus(true);
  connect(m_input, &QPlainTextEdit::textChanged, this, &TextEditor::onTextChanged);
}

void TextEditor::setLook(const FieldLook& look) {
  m_row = look.row;
  name(m_input, look);
  m_input->setMaximumWidth(kWidest * fontMetrics().horizontalAdvance(QChar(u'漢')) + 24);
  fitHeight();
}

void TextEditor::setValue(const core::json::value& value) {
  setDraft(fieldText(m_row, value));
}

void TextEditor::setDraft(const QString& draft) {
  if (m_input->toPlainText() == draft) return;
  m_last = draft;
  m_input->setPlainText(draft);
}

void TextEditor::onTextChanged() {
  fitHeight();
  const QString now = m_input->toPlainText();
  if (now == m_last) return;
  m_last = now;
  Q_EMIT typed();
}

void TextEditor::resizeEvent(QResizeEvent* event) {
  FieldEditor::resizeEvent(event);
  fitHeight();
}

void TextEditor::fitHeight() {
  // The height of a plain text document is counted in lines.
  const int lines =
      std::clamp(static_cast<int>(m_input->document()->size().height()), kFewestLines, kMostLines);
  const QMargins around = m_input->contentsMargins();
  const int margin = static_cast<int>(2 * m_input->document()->documentMargin());
  const int height = lines * m_input->fontMetrics().lineSpacing() + margin + around.top() + around.bottom();
  if (m_input->height() != height || m_input->minimumHeight() != height) m_input->setFixedHeight(height);
}

} // namespace madoguchi::ui
