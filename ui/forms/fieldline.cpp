// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/fieldline.h"

#include "core/text/mynumber.h"
#include "models/addressfields.h"
#include "models/errortext.h"
#include "models/text.h"
#include "ui/basics/theme.h"
#include "ui/basics/widgets.h"
#include "ui/forms/editorfactory.h"
#include "ui/forms/entrybuttons.h"
#include "ui/forms/notelabel.h"

#include <QBoxLayout>
#include <QGridLayout>
#include <QGuiApplication>
#include <QInputMethod>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include <algorithm>
#include <utility>

namespace madoguchi::ui {

using models::FormModel;

struct FieldLine::Note {
  QString icon;
  NoteLabel::Tone tone;
  QString sign;
  QString text;
};

FieldLine::FieldLine(FormModel& model, QWidget* parent) : FormLine(model, parent) {
  setMinimumHeight(2 * fontMetrics().height());
}

void FieldLine::build() {
  if (m_built) return;
  m_built = true;
  setMinimumHeight(0);
  m_grid = new QGridLayout(this);
  m_grid->setHorizontalSpacing(space::kMedium);
  m_grid->setVerticalSpacing(space::kTight);
  buildTitle();
  m_valueCell = new QWidget(this);
  m_below = new QVBoxLayout(m_valueCell);
  m_below->setContentsMargins(0, 0, 0, 0);
  m_below->setSpacing(2);
  m_pair = new QBoxLayout(QBoxLayout::LeftToRight);
  m_pair->setSpacing(space::kMedium);
  m_below->addLayout(m_pair);
  layOut();
  refresh();
  showInSeen(m_titleCell);
  showInSeen(m_valueCell);
}

void FieldLine::buildTitle() {
  m_titleCell = new QWidget(this);
  auto* layout = new QHBoxLayout(m_titleCell);
  layout->setContentsMargins(0, space::kTight, 0, 0);
  m_title = new QLabel(m_titleCell);
  m_title->setTextFormat(Qt::PlainText);
  m_title->setWordWrap(true);
  m_title->setAlignment(Qt::AlignTop | Qt::AlignLeft);
  m_required = new QLabel(m_titleCell);
  setRole(m_required, QStringLiteral("muted"));
  scaleFont(m_required, type::kSmall);
  layout->addWidget(m_title, 1);
  layout->addWidget(m_required, 0, Qt::AlignTop);
}

void FieldLine::layOut() {
  if (!m_built) return;
  const bool beside = fitsBeside();
  m_beside = beside;
  m_grid->setContentsMargins(indent(), space::kTight, 0, space::kTight);
  m_grid->removeWidget(m_titleCell);
  m_grid->removeWidget(m_valueCell);
  m_titleCell->setMinimumWidth(0);
  m_titleCell->setMaximumWidth(QWIDGETSIZE_MAX);
  // What is indented gives it back, so that all editors begin on one line.
  if (beside) m_titleCell->setFixedWidth(std::max(m_titleWidth - indent(), m_titleWidth / 2));
  m_grid->addWidget(m_titleCell, 0, 0, beside ? Qt::AlignTop : Qt::Alignment());
  m_grid->addWidget(m_valueCell, beside ? 0 : 1, beside ? 1 : 0, Qt::AlignTop);
  m_grid->setColumnStretch(0, beside ? 0 : 1);
  m_grid->setColumnStretch(1, beside ? 1 : 0);
  m_pair->setDirection(beside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

void FieldLine::setTitleWidth(int titleWidth) {
  if (titleWidth == std::exchange(m_titleWidth, titleWidth) && m_beside == fitsBeside()) return;
  layOut();
}

bool FieldLine::fitsBeside() const {
  const QWidget* lines = parentWidget();
  if (m_titleWidth == 0 || m_editor == nullptr || lines->layout() == nullptr) return m_titleWidth > 0;
  // A choice of long words would have the form scroll sideways.
  const QMargins around = lines->layout()->contentsMargins();
  const int room = lines->parentWidget()->width() - around.left() - around.right();
  return m_titleWidth + space::kMedium + m_editor->minimumSizeHint().width() <= room;
}

void FieldLine::setReadOnly(bool readOnly) {
  if (readOnly == m_readOnly) return;
  m_readOnly = readOnly;
  if (!m_built) return;
  // Without an editor nothing is saved, though the keyboard leaves it now.
  const QWidgetList old{std::exchange(m_editor, nullptr), std::exchange(m_value, nullptr)};
  for (QWidget* gone : old) {
    if (gone == nullptr) continue;
    gone->setObjectName(QString());
    gone->hide();
    m_pair->removeWidget(gone);
    // It may be the one whose signal led here.
    gone->deleteLater();
  }
  setProblem(std::nullopt);
  refresh();
}

QWidgetList FieldLine::inputs() const {
  QWidgetList out;
  if (m_editor != nullptr)
    out = m_editor->inputs();
  else if (m_value != nullptr)
    out = {m_value};
  if (m_entry != nullptr && !m_entry->isHidden()) out.append(m_entry->inputs());
  return out;
}

void FieldLine::makeEditor(const FieldLook& look) {
  m_editor = ui::makeEditor(look, m_valueCell);
  m_editor->setObjectName(QStringLiteral("field:") + models::qtext(pointer()));
  m_pair->insertWidget(0, m_editor, 3, Qt::AlignTop);
  m_editor->setLook(look);
  showInSeen(m_editor);
  m_title->setBuddy(m_editor->inputs().isEmpty() ? nullptr : m_editor->inputs().constFirst());
  makeCompleter();
  if (m_draft) m_editor->setDraft(*m_draft);
  for (QWidget* input : m_editor->inputs())
    input->installEventFilter(this);
  connect(m_editor, &FieldEditor::typed, this, &FieldLine::onTyped);
  connect(m_editor, &FieldEditor::picked, this, [this] {
    onTyped();
    commit();
  });
}

void FieldLine::completeFrom(models::PostalSource* source) {
  const bool first = m_postal == nullptr;
  m_postal = source;
  if (first && m_editor != nullptr) makeCompleter();
}

void FieldLine::makeCompleter() {
  const models::AddressPart part = models::addressPart(formRow());
  if (m_postal == nullptr || part == models::AddressPart::None || part == models::AddressPart::Prefecture)
    return;
  if (auto* input = qobject_cast<QLineEdit*>(m_editor->inputs().value(0)))
    connect(new PostalCompleter(input, *m_postal), &PostalCompleter::picked, this, &FieldLine::placePicked);
}

void FieldLine::putText(const QString& text) {
  build();
  if (m_editor == nullptr) return;
  m_editor->setDraft(text);
  onTyped();
  commit();
}

void FieldLine::makeValueLabel() {
  m_value = valueLabel({}, m_valueCell);
  m_value->setObjectName(QStringLiteral("field:") + models::qtext(pointer()));
  m_value->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
  m_value->setContentsMargins(0, space::kTight, 0, 0);
  m_pair->insertWidget(0, m_value, 3, Qt::AlignTop);
  showInSeen(m_value);
  m_title->setBuddy(m_value);
}

void FieldLine::makeEntryButtons() {
  if (m_entry == nullptr && formRow().item > 0) {
    m_entry = new EntryButtons(m_valueCell);
    m_pair->addWidget(m_entry, 0, Qt::AlignTop);
    connect(m_entry, &EntryButtons::removeRequested, this, [this] { Q_EMIT removeRequested(pointer()); });
    connect(m_entry, &EntryButtons::moveRequested, this,
            [this](int by) { Q_EMIT moveRequested(pointer(), by); });
  }
  if (m_entry == nullptr) return;
  m_entry->show(models::qtext(pointer()), data(FormModel::TitleRole).toString(), formRow().item,
                formRow().items);
  m_entry->setVisible(!isLocked() && formRow().item > 0);
}

void FieldLine::refresh() {
  setObjectName(QStringLiteral("line:") + models::qtext(pointer()));
  if (!m_built) return;
  const FieldLook look = fieldLook(model(), row());
  m_title->setText(look.title);
  m_required->setText(tr("required"));
  m_required->setVisible(look.row.required && !isLocked());
  makeEntryButtons();
  if (isLocked()) {
    if (m_value == nullptr) makeValueLabel();
    const QString text = data(FormModel::ValueTextRole).toString();
    m_value->setText(text.isEmpty() ? models::qtext("–") : text);
    m_value->setAccessibleName(QStringLiteral("%1: %2").arg(look.title, text));
    m_value->setAccessibleDescription(look.description);
  } else {
    const bool first = m_editor == nullptr;
    if (first) makeEditor(look);
    FieldLook told = look;
    if (look.row.required) told.title = tr("%1, required").arg(look.title);
    if (m_problem) told.description = m_problem->text;
    m_editor->setLook(told);
    const core::json::value* value = model().valueAt(pointer());
    if (!m_draft) m_editor->setValue(value == nullptr ? core::json::value() : *value);
    if (first && m_beside != fitsBeside()) layOut();
  }
  refreshNotes(look);
}

void FieldLine::showNote(NoteLabel*& note, const Note& shown) {
  if (note == nullptr && shown.text.isEmpty()) return;
  if (note == nullptr) {
    note = new NoteLabel(shown.icon, shown.tone, m_valueCell);
    m_below->addWidget(note);
  }
  note->setNote(shown.sign, shown.text);
  note->setVisible(!shown.text.isEmpty());
}

void FieldLine::refreshNotes(const FieldLook& look) {
  const QString help = data(FormModel::HelpRole).toString();
  if (m_help == nullptr && !help.isEmpty() && !isLocked()) {
    m_help = mutedLabel({}, m_valueCell);
    m_below->insertWidget(1, m_help);
  }
  if (m_help != nullptr) {
    m_help->setText(help);
    m_help->setVisible(!help.isEmpty() && !isLocked());
  }
  const QString error = m_problem ? m_problem->text : data(FormModel::ErrorRole).toString();
  showNote(m_error, {QStringLiteral("attention"), NoteLabel::Tone::Error, tr("Error"), error});
  if (m_editor != nullptr)
    for (QWidget* input : m_editor->inputs())
      setStyleProperty(input, "wrong", !error.isEmpty());
  showBetter();
  refreshOriginal();
  QString unsaved;
  if (m_draft && m_readOnly)
    unsaved = tr("Not saved: %1").arg(look.choices->empty() ? *m_draft : tr("your last choice"));
  else if (m_draft && m_restored)
    unsaved = tr("From before, not saved yet. Leave the field to save it, or press Esc to drop it.");
  showNote(m_unsaved, {QStringLiteral("pending"), NoteLabel::Tone::Quiet, tr("Not saved"), unsaved});
}

void FieldLine::refreshOriginal() {
  const QVariant original = data(FormModel::OriginalTextRole);
  if (m_original == nullptr && !original.isValid()) return;
  if (m_original == nullptr) {
    m_original = new NoteLabel(QStringLiteral("correction"), NoteLabel::Tone::Office, m_valueCell);
    m_original->setObjectName(QStringLiteral("original"));
    m_pair->insertWidget(1, m_original, 2, Qt::AlignTop);
  }
  m_original->setNote(tr("Corrected by the office"),
                      tr("The applicant wrote: %1").arg(original.toString()) + QChar(u'\n') +
                          tr("Corrected by %1").arg(data(FormModel::CorrectedByRole).toString()));
  m_original->setVisible(original.isValid());
}

void FieldLine::showBetter() {
  const QString better = m_problem ? m_problem->better : QString();
  if (m_better == nullptr && better.isEmpty()) return;
  if (m_better == nullptr) {
    m_better = linkButton({}, m_error);
    m_better->setObjectName(QStringLiteral("better:") + models::qtext(pointer()));
    m_error->addButton(m_better);
    connect(m_better, &QPushButton::clicked, this, [this] {
      const QString text = m_problem ? m_problem->better : QString();
      m_editor->inputs().constFirst()->setFocus(Qt::OtherFocusReason);
      m_editor->setDraft(text);
      onTyped();
      commit();
    });
  }
  m_better->setText(tr("Use %1").arg(better));
  m_better->setVisible(!better.isEmpty());
}

void FieldLine::onTyped() {
  m_draft = m_editor->draft();
  m_restored = false;
  setProblem(std::nullopt);
  // Kept nowhere, not even for a moment.
  if (core::findMyNumber(m_draft->toStdString())) {
    setProblem(FieldProblem{models::errorText(core::ErrorCode::MyNumberFound), {}});
    Q_EMIT draftDropped();
  } else {
    Q_EMIT draftChanged(*m_draft);
  }
}

bool FieldLine::commit() {
  if (!m_draft || m_editor == nullptr) return !m_draft;
  // The input method may still finish what it composes; if not, nothing half is saved.
  if (m_editor->isComposing()) QGuiApplication::inputMethod()->commit();
  if (m_editor->isComposing()) return false;
  const FieldValue value = m_editor->value();
  if (!value) {
    setProblem(value.error());
    return false;
  }
  m_draft.reset();
  m_restored = false;
  setProblem(std::nullopt);
  const core::json::value* before = model().valueAt(pointer());
  if (before == nullptr ? value->is_null() : sameValue(*before, *value)) {
    Q_EMIT draftDropped();
    refresh();
  } else {
    Q_EMIT draftSaved();
    model().setValue(pointer(), *value);
  }
  return true;
}

void FieldLine::setDraft(const QString& draft) {
  m_draft = draft;
  m_restored = true;
  if (m_editor != nullptr) m_editor->setDraft(draft);
  if (m_built) refresh();
}

void FieldLine::forget() {
  m_draft.reset();
  m_restored = false;
  setProblem(std::nullopt);
}

void FieldLine::restore() {
  forget();
  Q_EMIT draftDropped();
  refresh();
}

void FieldLine::setProblem(std::optional<FieldProblem> problem) {
  const QString before = this->problem();
  m_problem = std::move(problem);
  if (before == this->problem()) return;
  if (m_built && hasRow()) refresh();
  Q_EMIT problemChanged();
}

bool FieldLine::onKey(const QKeyEvent& event) {
  if (event.modifiers() != Qt::NoModifier && event.modifiers() != Qt::KeypadModifier) return false;
  if (m_editor == nullptr || m_editor->isComposing()) return false;
  if (event.key() == Qt::Key_Escape && m_draft) {
    restore();
    return true;
  }
  if ((event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter) && m_editor->leavesByEnter()) {
    Q_EMIT done();
    return true;
  }
  return false;
}

bool FieldLine::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::KeyPress && onKey(*static_cast<QKeyEvent*>(event))) return true;
  if (event->type() == QEvent::ShortcutOverride && m_draft &&
      static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape)
    event->accept();
  return FormLine::eventFilter(watched, event);
}

} // namespace madoguchi::ui
