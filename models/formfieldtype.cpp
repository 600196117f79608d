// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formfieldtype.h"

namespace madoguchi::models {

namespace {

// From here on a text gets more than one line.
constexpr std::int64_t kLongText = 120;
// With more, a tick box for each would be a wall: then each entry is chosen in a line of its own.
constexpr std::size_t kMostBoxes = 24;

FieldType textType(const core::SchemaShape& shape) {
  if (shape.format == "date") return FieldType::Date;
  if (shape.format == "date-time") return FieldType::Moment;
  return shape.maxLength > kLongText ? FieldType::Text : FieldType::Line;
}

FieldType listType(core::FormPlaces& places, const core::SchemaShape& shape) {
  const auto* options = shape.items.empty() ? nullptr : places.shapes().options(shape.items);
  const bool boxes = options != nullptr && !options->empty() && options->size() <= kMostBoxes;
  return boxes ? FieldType::Choices : FieldType::Table;
}

} // namespace

FieldType fieldType(const core::Field& field, core::FormPlaces& places, const core::SchemaNode& node) {
  if (field.widget == "date") return FieldType::Date;
  if (field.widget == "money") return FieldType::Money;
  if (field.widget == "choices") return FieldType::Choices;
  if (field.widget == "table") return FieldType::Table;
  const core::SchemaShape& shape = places.shapes().shape(node);
  auto types = places.types(node);
  types.erase("null");
  const auto is = [&](const char* type) { return types.size() == 1 && types.count(type) > 0; };
  if (const auto* options = places.shapes().options(node); options != nullptr && !options->empty())
    return FieldType::Choice;
  const bool isText = !shape.format.empty() || !shape.pattern.empty() || shape.maxLength >= 0;
  if (types.empty() && !shape.items.empty()) return listType(places, shape);
  if (is("string") || (types.empty() && isText)) return textType(shape);
  if (is("array")) return listType(places, shape);
  if (is("boolean")) return FieldType::YesNo;
  types.erase("integer"); // is a number, too
  return is("number") || (types.empty() && !places.types(node).empty()) ? FieldType::Number : FieldType::Any;
}

} // namespace madoguchi::models
