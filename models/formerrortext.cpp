// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formerrortext.h"

#include "models/text.h"

#include <QCoreApplication>

namespace madoguchi::models {

namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(FormErrors)
};

QString param(const core::FormError& error, const char* name) {
  const core::json::value* value = error.params.if_contains(name);
  if (value == nullptr) return {};
  if (value->is_string()) return qtext(std::string(value->get_string()));
  return qtext(core::canonicalJson(*value));
}

QString limitText(const core::FormError& error) {
  const QString limit = param(error, "limit");
  const std::string& keyword = error.keyword;
  if (keyword == "minLength") return Say::tr("Write at least %1 characters.").arg(limit);
  if (keyword == "maxLength") return Say::tr("Write at most %1 characters.").arg(limit);
  if (keyword == "minimum") return Say::tr("Must be %1 or more.").arg(limit);
  if (keyword == "maximum") return Say::tr("Must be %1 or less.").arg(limit);
  if (keyword == "exclusiveMinimum") return Say::tr("Must be more than %1.").arg(limit);
  if (keyword == "exclusiveMaximum") return Say::tr("Must be less than %1.").arg(limit);
  if (keyword == "multipleOf") return Say::tr("Must be a multiple of %1.").arg(limit);
  if (keyword == "minItems") return Say::tr("At least %1 entries are needed.").arg(limit);
  if (keyword == "maxItems") return Say::tr("At most %1 entries are possible.").arg(limit);
  return {};
}

} // namespace

QString formErrorText(const core::FormError& error) {
  if (QString text = limitText(error); !text.isEmpty()) return text;
  const std::string& keyword = error.keyword;
  if (keyword == "required") return Say::tr("This is needed.");
  if (keyword == "enum" || keyword == "const") return Say::tr("Choose one of the given values.");
  if (keyword == "pattern") return Say::tr("This is not written in the form that is asked for.");
  if (keyword == "uniqueItems") return Say::tr("An entry stands here twice.");
  if (keyword == "format" && param(error, "format") == QLatin1String("date"))
    return Say::tr("This is no day.");
  if (keyword == "format" && param(error, "format") == QLatin1String("email"))
    return Say::tr("This is no e-mail address.");
  if (keyword == "additionalProperties" || keyword == "false") return Say::tr("Nothing may stand here.");
  if (keyword == "type") return Say::tr("This kind of value does not fit here.");
  return Say::tr("This value does not fit the form (%1).").arg(qtext(keyword));
}

} // namespace madoguchi::models
