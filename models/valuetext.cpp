// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/valuetext.h"

#include "core/procedures/fieldtext.h"
#include "models/datetext.h"
#include "models/text.h"

#include <QCoreApplication>
#include <QStringList>

namespace madoguchi::models {

namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(ValueText)
};

std::string plain(const core::json::value& value) {
  if (value.is_string()) return std::string(value.get_string());
  return core::canonicalJson(value);
}

QString described(const core::Field& field, const core::json::value& value) {
  if (const auto choice = field.enumLabels.find(plain(value)); choice != field.enumLabels.end())
    return localText(choice->second);
  const auto* number = value.if_int64();
  if (field.widget == "money" && number != nullptr) return yen(*number);
  if (value.is_number() || field.widget == "municipality")
    return qtext(core::fieldText(
        field, value, isJapanese() ? core::NoticeLanguage::Japanese : core::NoticeLanguage::English));
  return valueText(value);
}

} // namespace

QString valueText(const core::json::value& value) {
  if (value.is_null()) return Say::tr("(empty)");
  if (value.is_bool()) return value.get_bool() ? Say::tr("yes") : Say::tr("no");
  if (value.is_string()) {
    const std::string text(value.get_string());
    if (text.empty()) return Say::tr("(empty)");
    const auto day = core::parseDate(text);
    return day ? bothCalendars(*day) : qtext(text);
  }
  if (value.is_array()) return Say::tr("%n entries", nullptr, static_cast<int>(value.get_array().size()));
  if (value.is_object()) {
    QStringList parts;
    for (const auto& member : value.get_object())
      parts << valueText(member.value());
    return listed(parts);
  }
  // Boost.JSON would write 1.205E2.
  if (value.is_double()) return QString::number(value.get_double(), 'g', 15);
  return qtext(core::canonicalJson(value));
}

QString valueText(const core::Procedure* procedure, std::string_view pointer,
                  const core::json::value& value) {
  constexpr std::string_view form = "/form";
  if (pointer.substr(0, form.size() + 1) == "/form/") pointer.remove_prefix(form.size());
  const core::Field* field = procedure == nullptr ? nullptr : core::field(*procedure, pointer);
  if (field == nullptr || value.is_null()) return valueText(value);
  if (!value.is_array()) return described(*field, value);
  QStringList parts;
  for (const core::json::value& item : value.get_array())
    parts << (item.is_object() ? valueText(item) : described(*field, item));
  return parts.isEmpty() ? Say::tr("(empty)") : listed(parts);
}

} // namespace madoguchi::models
