// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/comboeditor.h"

#include "core/codes/municipality.h"
#include "models/text.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QHBoxLayout>
#include <QKeyEvent>

#include <algorithm>

namespace madoguchi::ui {

namespace {

bool isMunicipality(const FieldLook& look) {
  return look.row.field != nullptr && look.row.field->widget == "municipality";
}

} // namespace

ComboEditor::ComboEditor(bool searchable, QWidget* parent) : FieldEditor(parent), m_box(new QComboBox(this)) {
  auto* layout = new QHBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(m_box);
  layout->addStretch();
  // A list that is searched may be long: measuring each of its names would be felt.
  m_box->setSizeAdjustPolicy(searchable ? QComboBox::AdjustToMinimumContentsLengthWithIcon
                                        : QComboBox::AdjustToContents);
  m_box->setMinimumContentsLength(searchable ? 36 : 8);
  // So long if there is room; a case beside its list has less.
  if (searchable) m_box->setMinimumWidth(fontMetrics().averageCharWidth() * 16);
  m_box->installEventFilter(this);
  m_box->view()->installEventFilter(this);
  if (searchable) makeSearchable();
  connect(m_box, &QComboBox::activated, this, [this] {
    const bool inOneAct = m_popup;
    m_popup = false;
    if (inOneAct)
      Q_EMIT picked();
    else
      Q_EMIT typed();
  });
}

void ComboEditor::makeSearchable() {
  m_box->setEditable(true);
  m_line = new Composing<QLineEdit>(m_box);
  m_box->setLineEdit(m_line);
  m_box->setInsertPolicy(QComboBox::NoInsert);
  m_box->completer()->setCompletionMode(QCompleter::PopupCompletion);
  m_box->completer()->setFilterMode(Qt::MatchContains);
  m_box->completer()->setCaseSensitivity(Qt::CaseInsensitive);
  connect(m_line, &QLineEdit::textEdited, this, &FieldEditor::typed);
}

void ComboEditor::setLook(const FieldLook& look) {
  const auto sameLabel = [](const models::FormOption& a, const models::FormOption& b) {
    return a.label == b.label && a.value == b.value;
  };
  const models::FormOptions before = m_look.choices;
  const bool same = m_box->count() > 0 && (before == look.choices ||
                                           std::equal(before->begin(), before->end(), look.choices->begin(),
                                                      look.choices->end(), sameLabel));
  const FieldValue chosen = before == nullptr ? FieldValue() : value();
  const bool first = m_box->count() == 0;
  m_look = look;
  name(m_box, look);
  if (m_line != nullptr) {
    name(m_line, look);
    m_line->setPlaceholderText(tr("Type a part of the name"));
  }
  if (same) return;
  fill();
  // The labels are in another language now; what was chosen and not saved is the same.
  if (!first && chosen && *chosen != m_value) showText(labelOf(*chosen));
}

void ComboEditor::fill() {
  m_box->clear();
  m_box->addItem(m_line != nullptr ? QString() : tr("(not chosen)"));
  QStringList labels;
  for (const models::FormOption& choice : *m_look.choices)
    labels << choice.label;
  m_box->addItems(labels);
  setValue(m_value);
}

QString ComboEditor::labelOf(const core::json::value& value) const {
  for (const models::FormOption& choice : *m_look.choices)
    if (choice.value == value) return choice.label;
  return fieldText(m_look.row, value);
}

void ComboEditor::setValue(const core::json::value& value) {
  m_value = value;
  showText(value.is_null() ? m_box->itemText(0) : labelOf(value));
}

QString ComboEditor::draft() const {
  const FieldValue chosen = value();
  return chosen ? models::qtext(core::canonicalJson(*chosen)) : m_box->currentText();
}

void ComboEditor::setDraft(const QString& draft) {
  const auto chosen = core::parseJson(draft.toStdString());
  if (!chosen)
    showText(draft);
  else
    showText(chosen->is_null() ? m_box->itemText(0) : labelOf(*chosen));
}

void ComboEditor::showText(const QString& text) {
  int at = m_box->findText(text);
  // A value that is none of the choices, from an older version of the form, is shown and kept.
  if (at < 0 && m_line == nullptr) {
    m_box->addItem(text);
    at = m_box->count() - 1;
  }
  m_box->setCurrentIndex(at);
  if (m_line == nullptr) return;
  if (m_line->text() != text) m_line->setText(text);
  m_line->setCursorPosition(0);
}

FieldValue ComboEditor::value() const {
  const QString text = m_box->currentText().trimmed();
  if (text.isEmpty() || (m_line == nullptr && m_box->currentIndex() == 0)) return core::json::value();
  if (text == labelOf(m_value)) return m_value;
  const models::FormOption* only = nullptr;
  int matches = 0;
  for (const models::FormOption& choice : *m_look.choices) {
    if (choice.label == text) return choice.value;
    if (!choice.label.contains(text, Qt::CaseInsensitive)) continue;
    only = &choice;
    ++matches;
  }
  if (matches == 1) return only->value;
  if (isMunicipality(m_look)) {
    const std::string code = text.normalized(QString::NormalizationForm_KC).toStdString();
    if (core::isMunicipalityCode(code)) return core::json::value(code);
    return tl::unexpected(
        FieldProblem{tr("Choose a municipality, or write the six digits of one that is not listed."), {}});
  }
  return tl::unexpected(FieldProblem{matches == 0 ? tr("This is none of the choices.")
                                                  : tr("More than one choice has this in its name."),
                                     {}});
}

bool ComboEditor::eventFilter(QObject* watched, QEvent* event) {
  if (watched == m_box->view()) {
    if (event->type() == QEvent::Show) m_popup = true;
    return FieldEditor::eventFilter(watched, event);
  }
  // The wheel scrolls the form; it never changes an answer in passing.
  if (event->type() == QEvent::Wheel) {
    event->ignore();
    return true;
  }
  if (event->type() == QEvent::KeyPress) m_popup = false;
  // Letters look for a choice here, they are no shortcuts.
  if (event->type() == QEvent::ShortcutOverride && !static_cast<QKeyEvent*>(event)->text().isEmpty() &&
      static_cast<QKeyEvent*>(event)->text().at(0).isLetterOrNumber() &&
      static_cast<QKeyEvent*>(event)->modifiers() == Qt::NoModifier)
    event->accept();
  return FieldEditor::eventFilter(watched, event);
}

} // namespace madoguchi::ui
