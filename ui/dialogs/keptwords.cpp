// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/keptwords.h"

#include "core/text/mynumber.h"
#include "models/text.h"

namespace madoguchi::ui {

KeptWords::KeptWords(models::DraftKeeper& drafts, core::CaseId place, const QString& name)
    : m_drafts(drafts), m_place(std::move(place)), m_name(QStringLiteral("asked/%1/").arg(name)) {}

core::json::object KeptWords::kept() const {
  const QString written = m_drafts.drafts(m_place).value(m_name);
  const auto value = core::parseJson(written.toStdString());
  const auto* all = value ? value->if_object() : nullptr;
  return all == nullptr ? core::json::object() : *all;
}

void KeptWords::keep(const core::json::object& written) {
  QMap<QString, QString> all;
  if (!written.empty()) all.insert(m_name, models::qtext(core::canonicalJson(written)));
  m_drafts.keepPart(m_place, m_name, all);
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
