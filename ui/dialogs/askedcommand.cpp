// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/askedcommand.h"

#include "core/text/mynumber.h"
#include "models/errortext.h"
#include "models/text.h"

#include <QDialog>

namespace madoguchi::ui {

AskedCommand::AskedCommand(const Context& context, const QString& name, QDialog* dialog)
    : QObject(dialog), m_context(context), m_case(context.opened.id()),
      m_name(QStringLiteral("asked/%1/").arg(name)) {
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

core::json::object AskedCommand::kept() const {
  const QString written = m_context.desk.ports.drafts.drafts(m_case).value(m_name);
  const auto value = core::parseJson(written.toStdString());
  const auto* all = value ? value->if_object() : nullptr;
  return all == nullptr ? core::json::object() : *all;
}

void AskedCommand::keep(const core::json::object& written) {
  QMap<QString, QString> all;
  if (!written.empty()) all.insert(m_name, models::qtext(core::canonicalJson(written)));
  m_context.desk.ports.drafts.keepPart(m_case, m_name, all);
}

void AskedCommand::perform(const core::CommandBody& body) {
  m_running = body.index();
  m_context.opened.perform(body);
}

core::json::string keepable(const QString& text) {
  const std::string written = text.toStdString();
  return core::findMyNumber(written) ? core::json::string() : core::json::string(written);
}

QString keptText(const core::json::object& kept, std::string_view name) {
  const auto* found = kept.if_contains(name);
  return found != nullptr && found->is_string() ? models::qtext(std::string(found->get_string())) : QString();
}

} // namespace madoguchi::ui
