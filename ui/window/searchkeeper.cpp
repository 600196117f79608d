// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/searchkeeper.h"

#include "ui/dialogs/actiondialog.h"
#include "ui/window/workspace.h"

#include <QInputDialog>

#include <functional>

namespace madoguchi::ui {

namespace {

void askName(QWidget* parent, const QString& title, const QString& proposal,
             const std::function<void(const QString&)>& named) {
  auto* dialog = new QInputDialog(parent);
  dialog->setObjectName(QStringLiteral("searchName"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setWindowTitle(title);
  dialog->setLabelText(SearchKeeper::tr("Name"));
  dialog->setTextValue(proposal);
  QObject::connect(dialog, &QInputDialog::textValueSelected, parent, [named](const QString& name) {
    if (!name.trimmed().isEmpty()) named(name);
  });
  dialog->open();
}

} // namespace

void SearchKeeper::save() const {
  const models::SavedSearch* shown = m_context.desk.searches.find(m_workspace.saved());
  askName(&m_workspace, tr("Keep this search under a name"), shown != nullptr ? shown->name : QString(),
          [context = m_context, workspace = &m_workspace](const QString& name) {
            models::SavedSearches& searches = context.desk.searches;
            const models::SavedSearch* same = searches.find(workspace->saved());
            const bool replaces = same != nullptr && same->name == name.simplified();
            const QString id = searches.save({replaces ? same->id : QString(), name, workspace->queue(),
                                              models::ListFilter(workspace->filter())});
            workspace->showSaved(id);
          });
}

void SearchKeeper::rename() const {
  const models::SavedSearch* shown = m_context.desk.searches.find(m_workspace.saved());
  if (shown == nullptr) return;
  askName(&m_workspace, tr("Another name"), shown->name,
          [context = m_context, id = shown->id](const QString& name) {
            const models::SavedSearch* search = context.desk.searches.find(id);
            if (search == nullptr) return;
            models::SavedSearch renamed = *search;
            renamed.name = name;
            context.desk.searches.save(renamed);
          });
}

void SearchKeeper::remove() const {
  const models::SavedSearch* shown = m_context.desk.searches.find(m_workspace.saved());
  if (shown == nullptr) return;
  auto* dialog =
      new ActionDialog(tr("Delete the saved search “%1”?").arg(shown->name), tr("Delete"), &m_workspace);
  dialog->explain(tr("The cases in it stay as they are."));
  QObject::connect(dialog, &QDialog::accepted, &m_workspace,
                   [context = m_context, id = shown->id] { context.desk.searches.remove(id); });
  dialog->open();
}

} // namespace madoguchi::ui
