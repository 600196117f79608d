// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/outboxcommands.h"

#include "ui/window/workspace.h"
#include "ui/work/outboxpage.h"

#include <QCoreApplication>

namespace madoguchi::ui {

namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(OutboxCommands)
};

using WhyNot = QString (OutboxPage::*)() const;

/// What is chosen there has to be seen.
std::function<QString()> onPage(const Workspace& workspace, WhyNot whyNot) {
  return [&workspace, whyNot] {
    const OutboxPage* page = workspace.outboxPage();
    return page != nullptr && page->isVisible() ? (page->*whyNot)() : Say::tr("Open the outbox first.");
  };
}

} // namespace

std::vector<WindowCommand> outboxCommands(Workspace& workspace) {
  return {
      {QStringLiteral("outboxRetry"),
       Say::tr("Send the step of the outbox again"),
       {},
       [&workspace] { workspace.outboxPage()->retry(); },
       onPage(workspace, &OutboxPage::whyNotRetry)},
      {QStringLiteral("outboxDiscard"),
       Say::tr("Discard the step of the outbox …"),
       {},
       [&workspace] { workspace.outboxPage()->askDiscard(); },
       onPage(workspace, &OutboxPage::whyNotDiscard)},
      {QStringLiteral("outboxExport"),
       Say::tr("Export the outbox …"),
       {},
       [&workspace] { workspace.outboxPage()->askExport(); },
       onPage(workspace, &OutboxPage::whyNotExport)},
  };
}

} // namespace madoguchi::ui
