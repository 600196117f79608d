// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/batchcommands.h"

#include "ui/window/workspace.h"
#include "ui/work/batchpage.h"
#include "ui/work/pausing.h"
#include "ui/work/runbar.h"

#include <QCoreApplication>

namespace madoguchi::ui {

namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(BatchCommands)
};

QString whyNoDecisions(const Context& context, const Workspace& workspace) {
  const BatchPage* page = workspace.batchPage();
  if (page == nullptr || !page->isVisible()) return Say::tr("Open the queue “To decide” first.");
  if (context.desk.batch.runState() != models::RunState::Idle)
    return Say::tr("The marked drafts are being decided already.");
  return context.desk.batch.checkedCount() > 0 ? QString() : Say::tr("No draft is marked.");
}

QString whyNoBatchRun(const Context& context, const Workspace& workspace) {
  const models::BatchModel& batch = context.desk.batch;
  if (batch.runState() == models::RunState::Idle) return Say::tr("No drafts are being decided now.");
  if (!batch.run().isRestored()) return {};
  // What is left of it is to be seen before it goes on.
  const BatchPage* page = workspace.batchPage();
  const bool seen = page != nullptr && page->isVisible() && batch.isCompared();
  return seen ? QString() : Say::tr("Open the queue “To decide” first.");
}

void pauseOrGoOnDeciding(const Context& context, const Workspace& workspace) {
  if (BatchPage* page = workspace.batchPage())
    page->pauseOrGoOn();
  else
    pauseOrGoOn(context.desk.batch);
}

QString whyNoBulkRun(const Context& context) {
  const bool idle = context.desk.bulk.runState() == models::RunState::Idle;
  return idle ? Say::tr("No change of many cases is going on.") : QString();
}

} // namespace

QString interruptedBatch(const Context& context) {
  const models::BatchRun& run = context.desk.batch.run();
  if (!run.isRestored()) return {};
  return Say::tr("A batch in “To decide” was interrupted when the program ended: %1 of %2 done. It waits for "
                 "you there.")
      .arg(run.finished())
      .arg(run.items().size());
}

std::vector<WindowCommand> batchCommands(const Context& context, Workspace& workspace) {
  const auto noDecisions = [context, &workspace] { return whyNoDecisions(context, workspace); };
  const auto noBatch = [context, &workspace] { return whyNoBatchRun(context, workspace); };
  const auto noBulk = [context] { return whyNoBulkRun(context); };
  return {
      {QStringLiteral("batchApprove"),
       Say::tr("Approve the marked drafts …"),
       {},
       [&workspace] { workspace.batchPage()->askApprove(); },
       noDecisions},
      {QStringLiteral("batchReturn"),
       Say::tr("Return the marked drafts …"),
       {},
       [&workspace] { workspace.batchPage()->askReturn(); },
       noDecisions},
      {QStringLiteral("batchPause"),
       Say::tr("Pause deciding the drafts, or go on"),
       {},
       [context, &workspace] { pauseOrGoOnDeciding(context, workspace); },
       noBatch},
      {QStringLiteral("batchStop"),
       Say::tr("Stop deciding the drafts"),
       {},
       [context] { context.desk.batch.stop(); },
       noBatch},
      {QStringLiteral("bulkPause"),
       Say::tr("Pause the change of many cases, or go on"),
       {},
       [context] { pauseOrGoOn(context.desk.bulk); },
       noBulk},
      {QStringLiteral("bulkStop"),
       Say::tr("Stop the change of many cases"),
       {},
       [context] { context.desk.bulk.stop(); },
       noBulk},
      {QStringLiteral("bulkResults"),
       Say::tr("Results of the change of many cases"),
       {},
       [&workspace] { workspace.runBar()->showResults(); },
       [context] {
         return context.desk.bulk.total() > 0 ? QString()
                                              : Say::tr("No cases have been changed together yet.");
       }},
  };
}

} // namespace madoguchi::ui
