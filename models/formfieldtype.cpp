// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formfieldtype.h"

namespace madoguchi::models {

namespace {

// From here on a text gets more than one line.
constexpr std::int64_t kLongText = 120;

std::string_view memberText(const core::json::object& schema, const char* name) {
  const core::json::value* value = schema.if_contains(name);
  if (value == nullptr || !value->is_string()) return {};
  return {value->get_string().data(), value->get_string().size()};
}

FieldType textType(const core::json::object& schema) {
  if (schema.contains("enum")) return FieldType::Choice;
  if (memberText(schema, "format") == "date") return FieldType::Date;
  const core::json::value* longest = schema.if_contains("maxLength");
  return longest != nullptr && longest->is_int64() && longest->get_int64() > kLongText ? FieldType::Text
                                                                                       : FieldType::Line;
}

} // namespace

FieldType fieldType(const core::Field& field, const core::json::object& schema) {
  if (field.widget == "date") return FieldType::Date;
  if (field.widget == "money") return FieldType::Money;
  if (field.widget == "choices") return FieldType::Choices;
  if (field.widget == "table") return FieldType::Table;
  const std::string_view type = memberText(schema, "type");
  if (type == "boolean") return FieldType::YesNo;
  if (type == "integer" || type == "number")
    return schema.contains("enum") ? FieldType::Choice : FieldType::Number;
  if (type == "array") {
    const core::json::value* items = schema.if_contains("items");
    const bool plain = items != nullptr && items->is_object() && items->get_object().contains("enum");
    return plain || !field.enumLabels.empty() ? FieldType::Choices : FieldType::Table;
  }
  return textType(schema);
}

} // namespace madoguchi::models
