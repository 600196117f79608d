// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
// What is typed of an applicant and not saved yet.
#include "core/cases/casecodec.h"
#include "core/text/mynumber.h"
#include "models/text.h"
#include "ui/casepages/applicanteditor.h"
#include "ui/forms/notelabel.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace madoguchi::ui {

namespace {

const QString kDraft = QStringLiteral("applicant");

} // namespace

void ApplicantEditor::keep(Line& line, const QString& draft) {
  line.draft = draft;
  line.isRestored = false;
  line.edit->setModified(true); // also where a completer wrote it
  showUnsaved(line);
  Q_EMIT draftsChanged();
}

void ApplicantEditor::drop(Line& line) {
  if (!line.draft) return;
  line.draft.reset();
  line.isRestored = false;
  showUnsaved(line);
  Q_EMIT draftsChanged();
}

void ApplicantEditor::save(Line& line, models::Drafts& saved) {
  if (!line.draft) return;
  saved.insert(kDraft + models::qtext(line.pointer), *line.draft);
  line.draft.reset();
  line.isRestored = false;
  showUnsaved(line);
}

void ApplicantEditor::showUnsaved(Line& line) {
  const bool told = line.draft && (line.isRestored || !m_editable);
  if (told && line.unsaved == nullptr) {
    line.unsaved = new NoteLabel(QStringLiteral("pending"), NoteLabel::Tone::Quiet, this);
    line.box->addWidget(line.unsaved);
  }
  if (line.unsaved == nullptr) return;
  if (told)
    line.unsaved->setNote(
        tr("Not saved"),
        m_editable ? tr("From before, not saved yet. Leave the field to save it, or press Esc to drop it.")
                   : tr("Not saved: %1").arg(*line.draft));
  line.unsaved->setVisible(told);
}

bool ApplicantEditor::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() != QEvent::ShortcutOverride && event->type() != QEvent::KeyPress) return false;
  const auto* key = static_cast<const QKeyEvent*>(event);
  if (key->key() != Qt::Key_Escape || key->modifiers() != Qt::NoModifier) return false;
  const auto line = std::find_if(m_lines.begin(), m_lines.end(),
                                 [watched](const Line& one) { return one.edit == watched; });
  if (line == m_lines.end() || !line->isRestored) return false;
  event->accept(); // not the window's, which would close the case
  if (event->type() == QEvent::ShortcutOverride) return false;
  drop(*line);
  fill(*line, core::toJson(m_applicant));
  return true;
}

void ApplicantEditor::clear() {
  for (Line& line : m_lines) {
    line.draft.reset();
    line.isRestored = false;
  }
  show({}, {}, false);
}

QMap<QString, QString> ApplicantEditor::drafts() const {
  QMap<QString, QString> all;
  for (const Line& line : m_lines)
    if (line.draft && !core::findMyNumber(line.draft->toStdString()))
      all.insert(kDraft + models::qtext(line.pointer), *line.draft);
  return all;
}

void ApplicantEditor::restoreDrafts(const QMap<QString, QString>& drafts) {
  const core::json::value document = core::toJson(m_applicant);
  for (Line& line : m_lines)
    if (const auto draft = drafts.find(kDraft + models::qtext(line.pointer)); draft != drafts.end()) {
      line.draft = *draft;
      line.isRestored = true;
      fill(line, document);
      showUnsaved(line);
    }
  refreshAgent();
}

void ApplicantEditor::commit() {
  for (Line& line : m_lines)
    if (line.edit->hasFocus()) leave(line);
}

} // namespace madoguchi::ui
