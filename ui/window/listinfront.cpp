// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/listinfront.h"

#include "models/labels.h"
#include "ui/casepages/casepages.h"
#include "ui/casepages/caseview.h"
#include "ui/table/casetableview.h"
#include "ui/window/workspace.h"

#include <QCoreApplication>

namespace madoguchi::ui {

namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(ListCommands)
};

/// Null: the table of cases, or nothing that is a list.
const ListPage* pageOf(const Workspace& workspace) {
  for (const QWidget* part = workspace.focusWidget(); part != nullptr && part != &workspace;
       part = part->parentWidget())
    if (const auto* page = dynamic_cast<const ListPage*>(part); page != nullptr && part->isVisible())
      return page;
  return dynamic_cast<const ListPage*>(workspace.page());
}

/// The name of a saved search is the user's own and may be somebody's: no file is called so.
ShownList tableOf(const Workspace& workspace) {
  return {workspace.listName(),
          models::label(workspace.queue()),
          nullptr,
          workspace.table()->shownColumns(),
          {},
          false};
}

template <class Place>
void takeOut(const Context& context, const ShownList& list, Place& place, ExportDialog::Purpose purpose) {
  auto* dialog = new ExportDialog(context, purpose, list, &place);
  QObject::connect(dialog, &ExportDialog::said, &place, &Place::said);
  dialog->show();
}

QString whyNothing(int rows) {
  return rows > 0 ? QString() : Say::tr("The list is empty.");
}

} // namespace

void takeOutList(const Context& context, Workspace& workspace, ExportDialog::Purpose purpose) {
  const ListPage* page = pageOf(workspace);
  takeOut(context, page != nullptr ? page->shownList() : tableOf(workspace), workspace, purpose);
}

QString whyNoList(const Context& context, const Workspace& workspace) {
  const ListPage* page = pageOf(workspace);
  if (page == nullptr && !workspace.showsList()) return Say::tr("Open a list first.");
  return whyNothing(page != nullptr ? page->listModel().rowCount() : context.desk.table.rowCount());
}

void takeOutList(const Context& context, CaseView& view, ExportDialog::Purpose purpose) {
  takeOut(context, dynamic_cast<const ListPage&>(*view.pages().pageInFront()).shownList(), view, purpose);
}

QString whyNoList(CaseView& view) {
  const auto* page = dynamic_cast<const ListPage*>(view.pages().pageInFront());
  return page == nullptr ? Say::tr("Open a list first.") : whyNothing(page->listModel().rowCount());
}

} // namespace madoguchi::ui
