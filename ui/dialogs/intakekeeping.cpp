// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
// What is written of a paper is kept until the case has it.
#include "core/procedures/formcarry.h"
#include "models/text.h"
#include "ui/basics/dayedit.h"
#include "ui/basics/widgets.h"
#include "ui/casepages/applicanteditor.h"
#include "ui/dialogs/actiondialog.h"
#include "ui/dialogs/intakedialog.h"
#include "ui/forms/formview.h"

#include <QComboBox>
#include <QLineEdit>

namespace madoguchi::ui {

void IntakeDialog::connectKeeping() {
  for (const QComboBox* choice : {m_procedure, m_office, m_channel, m_visibility})
    connect(choice, &QComboBox::currentIndexChanged, this, &IntakeDialog::keep);
  connect(m_stamped, &DayEdit::dayChanged, this, &IntakeDialog::keep);
  connect(m_scan, &QLineEdit::textChanged, this, &IntakeDialog::keep);
  connect(m_applicant, &ApplicantEditor::edited, this, &IntakeDialog::keep);
  for (const QLineEdit* edit : m_applicant->findChildren<QLineEdit*>())
    connect(edit, &QLineEdit::textChanged, this, &IntakeDialog::keep);
  connect(&m_form, &models::FormModel::edited, this, &IntakeDialog::keep);
  connect(m_view, &FormView::draftChanged, this, [this](const QString& pointer, const QString& text) {
    m_typed[pointer.toStdString()] = text.toStdString();
    keep();
  });
  connect(m_view, &FormView::draftDropped, this, [this](const QString& pointer) {
    m_typed.erase(pointer.toStdString());
    keep();
  });
}

void IntakeDialog::begin(const QString& trayScan) {
  m_fromTray = trayScan;
  const auto kept = models::keptIntake(m_context.desk.ports.drafts, m_fromTray);
  m_again->setVisible(kept.has_value());
  fill(kept.value_or(m_blank));
}

void IntakeDialog::fill(const models::IntakeDraft& draft) {
  m_keeps = false;
  // What was chosen then may be gone since: what is proposed stays.
  const auto choose = [](QComboBox* among, const QVariant& wanted) {
    if (const int place = among->findData(wanted); place >= 0) among->setCurrentIndex(place);
  };
  const QSignalBlocker quiet(m_procedure);
  choose(m_procedure, models::qtext(draft.procedure.value));
  choose(m_office, models::qtext(draft.office.value));
  choose(m_channel, static_cast<int>(draft.channel));
  choose(m_visibility, draft.isProtected);
  m_stamped->setDay(draft.stampedOn);
  setScan(draft.scan.empty() ? m_fromTray : models::qtext(draft.scan));
  // The editor leaves alone what is being typed, which is over.
  for (QLineEdit* edit : m_applicant->findChildren<QLineEdit*>())
    edit->setModified(false);
  m_applicant->show(draft.applicant, {}, true);
  m_all = draft.form;
  m_typed = draft.typed;
  showProcedure();
  m_discard->setEnabled(!draft.isEmpty());
  m_keeps = true;
}

models::IntakeDraft IntakeDialog::written() const {
  models::IntakeDraft out;
  out.procedure = core::ProcedureId(m_procedure->currentData().toString().toStdString());
  out.office = core::OfficeId(m_office->currentData().toString().toStdString());
  out.channel = static_cast<core::Channel>(m_channel->currentData().toInt());
  out.stampedOn = m_stamped->day();
  out.isProtected = m_visibility->currentData().toBool();
  if (m_scan->text() != m_fromTray) out.scan = m_scan->text().toStdString();
  out.applicant = m_applicant->applicant();
  out.form = core::withChanges(m_all, m_given, m_form.form());
  out.typed = m_typed;
  return out;
}

void IntakeDialog::keep() {
  if (!m_keeps) return;
  const models::IntakeDraft draft = written();
  models::keepIntake(m_context.desk.ports.drafts, m_fromTray, draft);
  m_discard->setEnabled(!draft.isEmpty());
}

void IntakeDialog::forget() {
  m_keeps = false;
  models::keepIntake(m_context.desk.ports.drafts, m_fromTray, {});
}

void IntakeDialog::askDiscard() {
  auto* dialog = new ActionDialog(tr("Discard what is typed?"), tr("Discard"), this);
  dialog->explain(
      tr("All that was written of this application goes. The file of the scan stays where it is."));
  connect(dialog, &QDialog::accepted, this, [this] {
    if (m_command) return; // it is being received already
    m_upload.reset();
    forget();
    showError(m_error, {});
    begin(m_fromTray);
  });
  dialog->open();
}

void IntakeDialog::reject() {
  // It would leave its draft behind, and the same paper could be received once more.
  if (!m_command) Dialog::reject();
}

void IntakeDialog::changeProcedure() {
  m_view->commit();
  m_all = core::withChanges(m_all, m_given, m_form.form());
  showProcedure();
}

} // namespace madoguchi::ui
