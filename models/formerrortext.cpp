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
  if (keyword == "oneOf" || keyword == "anyOf" || keyword == "not")
    return Say::tr("What stands here fits none of the possibilities, or more than one.");
  if (keyword == "format" && param(error, "format") == QLatin1String("date-time"))
    return Say::tr("This is no day with a time.");
  if (keyword == "format")
    return Say::tr("This is not written as it must be (%1).").arg(param(error, "format"));
  if (keyword == "contains") return Say::tr("An entry that is asked for is missing.");
  if (keyword == "minProperties") return Say::tr("More of this part must be filled in.");
  if (keyword == "maxProperties") return Say::tr("Less of this part may be filled in.");
  if (keyword == "propertyNames") return Say::tr("No field may be called so.");
  return Say::tr("This value does not fit the form (%1).").arg(qtext(keyword));
}

QString schemaWordText(const std::string& keyword) {
  if (keyword == "required") return Say::tr("whether it is needed");
  if (keyword == "enum" || keyword == "const" || keyword == "items") return Say::tr("what can be chosen");
  if (keyword == "oneOf" || keyword == "anyOf" || keyword == "allOf" || keyword == "not")
    return Say::tr("the possibilities");
  if (keyword == "maxLength" || keyword == "minLength") return Say::tr("the length");
  if (keyword == "maxItems" || keyword == "minItems") return Say::tr("how many entries");
  if (keyword == "minimum" || keyword == "maximum" || keyword == "exclusiveMinimum" ||
      keyword == "exclusiveMaximum" || keyword == "multipleOf")
    return Say::tr("the bounds");
  if (keyword == "pattern" || keyword == "format") return Say::tr("how it is written");
  if (keyword == "type") return Say::tr("the kind of value");
  if (keyword == "title" || keyword == "description" || keyword == "enumNames") return Say::tr("its wording");
  if (keyword == "default") return Say::tr("what it begins with");
  return qtext(keyword);
}

} // namespace madoguchi::models
