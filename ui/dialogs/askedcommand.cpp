// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/askedcommand.h"

#include "models/errortext.h"

#include <QDialog>

namespace madoguchi::ui {

AskedCommand::AskedCommand(const Context& context, const QString& name, QDialog* dialog)
    : QObject(dialog), m_context(context), m_case(context.opened.id()),
      m_words(context.desk.ports.drafts, m_case, name) {
  const models::OpenCase& opened = context.opened;
  connect(&opened, &models::OpenCase::performed, this, [this](const models::CommandDone& performed) {
    if (performed.caseId != m_case || performed.body.index() != m_running) return;
    m_running.reset();
    keep({});
    Q_EMIT done();
  });
  // A step before it that was refused takes it along.
  connect(&opened, &models::OpenCase::refused, this, [this, dialog](const core::Refusal& refusal) {
    if (!m_running) return;
    m_running.reset();
    if (m_context.opened.id() == m_case)
      Q_EMIT refused(models::errorText(refusal.code));
    else
      dialog->reject();
  });
  connect(&opened, &models::OpenCase::switched, this, [this, dialog] {
    if (!m_running) dialog->reject();
  });
}

void AskedCommand::perform(const core::CommandBody& body) {
  m_running = body.index();
  m_context.opened.perform(body, m_words.draft());
}

} // namespace madoguchi::ui
