// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/casepages/recordactions.h"

#include "models/datetext.h"
#include "models/labels.h"
#include "models/names.h"
#include "models/routetext.h"
#include "models/text.h"
#include "ui/dialogs/actiondialog.h"

#include <QCoreApplication>

#include <boost/describe.hpp>

namespace madoguchi::ui {

namespace {

using Choices = std::vector<std::pair<QString, QString>>;

struct Say {
  Q_DECLARE_TR_FUNCTIONS(RecordActions)
};

class Asker {
public:
  Asker(const Context& context, models::CaseAction action, QWidget* window)
      : m_opened(context.opened), m_state(*context.opened.state()),
        m_dialog(new ActionDialog(models::label(action), models::label(action), window)) {}

  Question checkReceiptDay() {
    m_dialog->explain(
        Say::tr("Read the day on the receipt stamp from the scan or the paper, and write it here. "
                "It must be the day that your colleague wrote; if it is another, a supervisor "
                "corrects it."));
    m_dialog->askDay(Say::tr("Day on the stamp"), std::nullopt);
    return {m_dialog, [](const ActionDialog& asked) { return core::CheckReceiptDay{asked.day()}; }};
  }

  Question correctReceiptDay() {
    m_dialog->explain(
        Say::tr("Recorded is %1. The processing period and every due day are computed anew. Your "
                "correction counts as the check by a second person.")
            .arg(models::bothCalendars(m_state.arrivedOn)));
    m_dialog->askDay(Say::tr("Day on the stamp"), m_state.arrivedOn);
    m_dialog->askText(Say::tr("Reason"), true);
    return {m_dialog, [](const ActionDialog& asked) {
              return core::CorrectReceiptDay{asked.day(), asked.text()};
            }};
  }

  Question reserve() {
    QString text = Say::tr("Until that day nobody else takes the case, also while your PC is away from the "
                           "network. 30 days at most.");
    if (m_state.reservation)
      text +=
          QChar(u'\n') + Say::tr("Now reserved until %1.").arg(models::longDay(m_state.reservation->until));
    m_dialog->explain(text);
    m_dialog->askDay(Say::tr("Until"), m_opened.today() + std::chrono::days(7));
    return {m_dialog, [](const ActionDialog& asked) { return core::ReserveCase{asked.day()}; }};
  }

  Question resumeClock() {
    Choices waits;
    for (const core::Wait& wait : m_state.waits)
      if (!wait.to)
        waits.emplace_back(
            Say::tr("%1, since %2").arg(models::label(wait.reason), models::longDay(wait.from)),
            QString::fromLatin1(boost::describe::enum_to_string(wait.reason, "Fee")));
    m_dialog->askChoice(Say::tr("What has ended"), waits);
    m_dialog->askDay(Say::tr("Ended on"), m_opened.today());
    return {m_dialog, [](const ActionDialog& asked) {
              core::EndWait command{{}, asked.day()};
              boost::describe::enum_from_string(asked.choice().toLatin1().constData(), command.reason);
              return command;
            }};
  }

  Question approveForAbsent() {
    const auto references = m_opened.references();
    Choices deciders;
    for (const core::UserId& id : models::absentDeciders(m_state, *references, m_opened.today()))
      deciders.emplace_back(models::awayText(*references, id, m_opened.today()), models::qtext(id.value));
    m_dialog->explain(
        Say::tr("You decide in the place of a colleague who is away: %1. It takes effect at once, "
                "and the colleague sees it on return. Only what cannot wait is decided like this.")
            .arg(models::label(m_state.draft->outcome)));
    m_dialog->askChoice(Say::tr("For whom"), deciders);
    m_dialog->askText(Say::tr("Why it cannot wait"), true);
    return {m_dialog,
            [version = m_state.draft->version, hash = m_state.draft->hash](const ActionDialog& asked) {
              return core::ApproveForAbsent{version, hash, core::UserId(asked.choice().toStdString()),
                                            asked.text()};
            }};
  }

  Question afterView() {
    const auto references = m_opened.references();
    QStringList lines(Say::tr("Decided in your absence:"));
    for (const core::AfterViewDue& due : m_state.afterViews)
      if (due.actedFor == references->me.id)
        lines << Say::tr("by %1").arg(models::personName(*references, due.actedBy));
    for (const core::RouteStage& stage : m_state.route)
      if (stage.forAbsent && !stage.comment.empty())
        lines << Say::tr("because: %1").arg(models::qtext(stage.comment));
    m_dialog->explain(lines.join(QChar(u'\n')));
    m_dialog->askText(Say::tr("Comment"), false);
    return {m_dialog, [](const ActionDialog& asked) { return core::AfterView{asked.text()}; }};
  }

  Question recordAppeal() {
    Choices kinds;
    for (const char* kind : {"reviewRequest", "suit"}) {
      bool open = false;
      for (const core::Appeal& appeal : m_state.appeals)
        open = open || (appeal.kind == kind && !appeal.closedOn);
      if (!open) kinds.emplace_back(models::appealLabel(kind), QString::fromLatin1(kind));
    }
    m_dialog->explain(Say::tr("While an appeal is open, the record is not destroyed."));
    m_dialog->askChoice(Say::tr("Kind"), kinds);
    m_dialog->askDay(Say::tr("Filed on"), m_opened.today());
    return {m_dialog, [](const ActionDialog& asked) {
              return core::RecordAppeal{asked.day(), asked.choice().toStdString(), {}};
            }};
  }

  Question closeAppeal() {
    Choices open;
    std::vector<core::Appeal> appeals;
    for (const core::Appeal& appeal : m_state.appeals) {
      if (appeal.closedOn) continue;
      open.emplace_back(
          Say::tr("%1, filed on %2").arg(models::appealLabel(appeal.kind), models::longDay(appeal.filedOn)),
          QString::number(appeals.size()));
      appeals.push_back(appeal);
    }
    m_dialog->askChoice(Say::tr("Which"), open);
    m_dialog->askDay(Say::tr("Closed on"), m_opened.today());
    return {m_dialog, [appeals](const ActionDialog& asked) {
              const core::Appeal& appeal = appeals.at(asked.choice().toULong());
              return core::RecordAppeal{appeal.filedOn, appeal.kind, asked.day()};
            }};
  }

  Question setHold(bool held) {
    m_dialog->explain(held ? Say::tr("A held record is not destroyed, whatever its retention says.")
                           : Say::tr("From now on the retention alone says how long the record is kept."));
    m_dialog->askText(Say::tr("Reason"), true);
    return {m_dialog, [held](const ActionDialog& asked) {
              return core::SetRetentionHold{held, asked.text()};
            }};
  }

  Question agreeDestruction() {
    const auto references = m_opened.references();
    const auto& given = m_state.destructionApprovals;
    m_dialog->explain(
        given.empty()
            ? Say::tr(
                  "You are the first of two people who sign the destruction off. Nothing is destroyed yet.")
            : Say::tr(
                  "%1 has signed it off already. With your agreement the record is destroyed for good; only "
                  "a stub stays. This cannot be undone.")
                  .arg(models::personName(*references, given.front())));
    return {m_dialog, [](const ActionDialog&) { return core::ApproveDestruction{}; }};
  }

private:
  const models::OpenCase& m_opened;
  const core::CaseState& m_state;
  ActionDialog* m_dialog;
};

} // namespace

std::optional<Question> questionFor(const Context& context, models::CaseAction action, QWidget* window) {
  const auto asker = [&] { return Asker(context, action, window); };
  switch (action) {
  case models::CaseAction::CheckReceiptDay:
    return asker().checkReceiptDay();
  case models::CaseAction::CorrectReceiptDay:
    return asker().correctReceiptDay();
  case models::CaseAction::Reserve:
    return asker().reserve();
  case models::CaseAction::ResumeClock:
    return asker().resumeClock();
  case models::CaseAction::ApproveForAbsent:
    return asker().approveForAbsent();
  case models::CaseAction::AfterView:
    return asker().afterView();
  case models::CaseAction::RecordAppeal:
    return asker().recordAppeal();
  case models::CaseAction::CloseAppeal:
    return asker().closeAppeal();
  case models::CaseAction::HoldRecord:
    return asker().setHold(true);
  case models::CaseAction::LiftHold:
    return asker().setHold(false);
  case models::CaseAction::AgreeDestruction:
    return asker().agreeDestruction();
  default:
    return std::nullopt;
  }
}

} // namespace madoguchi::ui
