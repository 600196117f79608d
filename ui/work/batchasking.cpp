// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/work/batchasking.h"

#include "models/labels.h"
#include "models/names.h"
#include "models/text.h"
#include "ui/dialogs/actiondialog.h"

#include <QCoreApplication>

namespace madoguchi::ui {

namespace {

using models::BatchModel;
using models::BatchOrder;

struct Say {
  Q_DECLARE_TR_FUNCTIONS(BatchAsking)
};

// No case has this id.
const core::CaseId kPlace("desk:batchAsked");

QString unlikeLine(const models::BatchCase& item) {
  QStringList rules;
  for (const models::Unlike rule : item.unlike)
    rules << models::label(rule);
  return Say::tr("%1 %2 (%3)")
      .arg(models::qtext(item.state->number), models::qtext(item.state->applicant.party.name.display),
           models::listed(rules))
      .toHtmlEscaped();
}

/// How many of each group, and each that is unlike by name.
QString listOf(const Context& context) {
  const auto references = context.desk.ports.references.references();
  QString html;
  for (const BatchModel::Share& share : context.desk.batch.shares()) {
    const models::BatchGroup& group = *share.group;
    const QString what =
        Say::tr("%1, %2, by %3: %n case(s)", nullptr, static_cast<int>(share.cases.size()))
            .arg(models::procedureTitle(*references, group.procedure, group.procedureVersion),
                 models::label(group.outcome), models::personName(*references, group.officer));
    html += QStringLiteral("<p><b>%1</b></p>").arg(what.toHtmlEscaped());
    QString unlike;
    for (const models::BatchCase* item : share.cases)
      if (!item->unlike.empty()) unlike += QStringLiteral("<li>%1</li>").arg(unlikeLine(*item));
    if (!unlike.isEmpty())
      html += QStringLiteral("<p>%1</p><ul>%2</ul>").arg(Say::tr("Unlike ones among them:"), unlike);
  }
  return html;
}

/// Who practises is signed in to nothing.
void sign(const Context& context, ActionDialog& dialog, std::size_t cases) {
  if (context.desk.ports.training == nullptr)
    dialog.askSignature(context, "signBatch", std::to_string(cases));
}

} // namespace

void askApproval(const Context& context, QWidget* parent) {
  BatchModel& batch = context.desk.batch;
  const std::vector<models::BatchItem> items = batch.offered();
  auto* dialog = new ActionDialog(Say::tr("Approve %n case(s)?", nullptr, static_cast<int>(items.size())),
                                  Say::tr("Approve"), parent);
  dialog->explain(
      Say::tr("Each case is approved by itself, as it was shown here. A draft that has changed since is not "
              "approved. You sign once, for all that is listed here."));
  dialog->list(listOf(context));
  sign(context, *dialog, items.size());
  QObject::connect(dialog, &QDialog::accepted, &batch,
                   [&batch, items] { batch.decide({BatchOrder::Decision::Approve}, items); });
  dialog->open();
}

void askReturn(const Context& context, QWidget* parent) {
  BatchModel& batch = context.desk.batch;
  const std::vector<models::BatchItem> items = batch.offered();
  auto* dialog = new ActionDialog(Say::tr("Return %n case(s)", nullptr, static_cast<int>(items.size())),
                                  Say::tr("Return"), parent);
  dialog->list(listOf(context));
  dialog->askText(Say::tr("Reason"), true);
  // Of what was not returned the last time, with what was written then.
  const models::BatchRun& last = batch.run();
  const bool again =
      last.order().decision == BatchOrder::Decision::Return && last.refused() + last.left() > 0;
  dialog->keepAs(context, kPlace, QStringLiteral("return"),
                 again ? models::qtext(last.order().reason) : QString());
  QObject::connect(dialog, &QDialog::accepted, &batch, [&batch, dialog, items] {
    batch.decide({BatchOrder::Decision::Return, dialog->text()}, items);
  });
  dialog->open();
}

void askGoOn(const Context& context, QWidget* parent) {
  BatchModel& batch = context.desk.batch;
  const models::BatchRun& run = batch.run();
  const bool returns = run.order().decision == BatchOrder::Decision::Return;
  const auto waiting = static_cast<int>(run.waiting());
  auto* dialog = new ActionDialog(returns ? Say::tr("Go on returning %n case(s)?", nullptr, waiting)
                                          : Say::tr("Go on approving %n case(s)?", nullptr, waiting),
                                  returns ? Say::tr("Return") : Say::tr("Approve"), parent);
  QStringList text{
      Say::tr("The program ended in the midst of this batch. %1 of %2 were done then, and are not "
              "done again; nothing has gone on without you.")
          .arg(run.finished())
          .arg(run.items().size())};
  if (const int changed = waiting - batch.checkedCount(); changed > 0)
    text << Say::tr(
        "%n of those that wait is not as it was shown any more. It is left as it is, and the reason "
        "stands beside it.",
        nullptr, changed);
  if (returns) text << Say::tr("Reason: %1").arg(models::qtext(run.order().reason));
  dialog->explain(text.join(QChar(u'\n')));
  dialog->list(listOf(context));
  if (!returns) sign(context, *dialog, run.waiting());
  QObject::connect(dialog, &QDialog::accepted, &batch, &BatchModel::resume);
  dialog->open();
}

} // namespace madoguchi::ui
