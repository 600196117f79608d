// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/casepages/actionrunner.h"

#include "models/labels.h"
#include "models/names.h"
#include "models/text.h"
#include "ui/casepages/noticeflow.h"
#include "ui/casepages/recordactions.h"
#include "ui/dialogs/actiondialog.h"
#include "ui/dialogs/answerdialog.h"
#include "ui/dialogs/correctiondialog.h"
#include "ui/dialogs/labeldialog.h"

#include <boost/describe.hpp>

namespace madoguchi::ui {

ActionRunner::ActionRunner(const Context& context, QWidget* window)
    : QObject(window), m_context(context), m_window(window), m_notice(new NoticeFlow(context, window)) {
  connect(m_notice, &NoticeFlow::said, this, &ActionRunner::said);
}

void ActionRunner::run(models::CaseAction action) {
  switch (action) {
  case models::CaseAction::AskCorrection:
    return askCorrection();
  case models::CaseAction::RecordAnswer:
    return recordAnswer();
  case models::CaseAction::Return:
    return giveBack();
  case models::CaseAction::ExplainDelay:
    return explainDelay();
  case models::CaseAction::StopClock:
    return stopClock();
  case models::CaseAction::Transfer:
    return transfer();
  case models::CaseAction::Withdraw:
    return withdraw();
  case models::CaseAction::Label:
    return label();
  case models::CaseAction::IssueNotice:
    return m_notice->begin();
  default:
    if (const auto question = questionFor(m_context, action, m_window))
      return perform(question->dialog, action, question->command);
    m_context.opened.perform(models::commandsOf(action, m_context.opened));
  }
}

void ActionRunner::showNotice() {
  m_notice->show();
}

void ActionRunner::perform(ActionDialog* dialog, models::CaseAction action, MakeCommand command) {
  dialog->perform(m_context, action, std::move(command));
  dialog->open();
}

ActionDialog* ActionRunner::dialogFor(models::CaseAction action) {
  return new ActionDialog(models::label(action), models::label(action), m_window);
}

void ActionRunner::askCorrection() {
  (new CorrectionDialog(m_context, m_window))->open();
}

void ActionRunner::label() {
  auto* dialog = new LabelDialog(m_context, m_context.opened.state()->labels, m_window);
  const core::CaseId id = m_context.opened.id();
  connect(dialog, &QDialog::accepted, this, [this, dialog, id] {
    if (m_context.opened.id() == id)
      m_context.opened.perform(core::LabelCase{dialog->toAdd(), dialog->toRemove()});
  });
  dialog->open();
}

void ActionRunner::recordAnswer() {
  (new AnswerDialog(m_context, m_window))->open();
}

void ActionRunner::giveBack() {
  ActionDialog* dialog = dialogFor(models::CaseAction::Return);
  dialog->explain(tr("The draft goes back to its author. Consents given so far no longer count."));
  dialog->askText(tr("Reason"), true);
  const int version = m_context.opened.state()->draft->version;
  perform(dialog, models::CaseAction::Return, [version](const ActionDialog& asked) {
    return core::ReturnForRevision{version, asked.text()};
  });
}

void ActionRunner::explainDelay() {
  ActionDialog* dialog = dialogFor(models::CaseAction::ExplainDelay);
  dialog->explain(
      tr("Overdue is no error, but it demands a reason and an outlook (Administrative Procedure Act, "
         "article 9)."));
  dialog->askText(tr("Reason"), true);
  dialog->askDay(tr("Outlook: decided by"), m_context.opened.today() + std::chrono::days(7));
  perform(dialog, models::CaseAction::ExplainDelay, [](const ActionDialog& asked) {
    return core::ExplainDelay{asked.text(), asked.day()};
  });
}

void ActionRunner::stopClock() {
  ActionDialog* dialog = dialogFor(models::CaseAction::StopClock);
  std::vector<std::pair<QString, QString>> reasons;
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<core::WaitReason>>([&](auto enumerator) {
    reasons.emplace_back(models::label(enumerator.value), QString::fromLatin1(enumerator.name));
  });
  dialog->askChoice(tr("Reason"), reasons);
  dialog->askDay(tr("From"), m_context.opened.today());
  dialog->askText(tr("Note"), false);
  perform(dialog, models::CaseAction::StopClock, [](const ActionDialog& asked) {
    core::StartWait command{{}, asked.day(), asked.text()};
    boost::describe::enum_from_string(asked.choice().toLatin1().constData(), command.reason);
    return command;
  });
}

void ActionRunner::transfer() {
  ActionDialog* dialog = dialogFor(models::CaseAction::Transfer);
  dialog->explain(tr("The case keeps its number. The other office registers it anew."));
  const auto references = m_context.opened.references();
  std::vector<std::pair<QString, QString>> offices;
  for (const core::Office& office : references->offices.all())
    if (office.id != m_context.opened.state()->office)
      offices.emplace_back(models::officeName(*references, office.id), models::qtext(office.id.value));
  dialog->askChoice(tr("To"), offices);
  dialog->askText(tr("Reason"), true);
  perform(dialog, models::CaseAction::Transfer, [](const ActionDialog& asked) {
    return core::TransferCase{core::OfficeId(asked.choice().toStdString()), asked.text()};
  });
}

void ActionRunner::withdraw() {
  ActionDialog* dialog = dialogFor(models::CaseAction::Withdraw);
  dialog->explain(tr("Only the applicant withdraws; here it is recorded."));
  dialog->askDay(tr("Withdrawn on"), m_context.opened.today());
  dialog->askText(tr("Reason"), true);
  perform(dialog, models::CaseAction::Withdraw, [](const ActionDialog& asked) {
    return core::WithdrawCase{asked.day(), asked.text()};
  });
}

} // namespace madoguchi::ui
