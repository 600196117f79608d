// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/procedures/schemacheck.h"

#include "core/procedures/formschema.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

namespace madoguchi::core {

namespace {

constexpr int kMaxDepth = 200;

enum class Holds {
  Text,
  Count, ///< a whole number, 0 or more
  Number,
  Divisor, ///< more than 0
  Flag,
  Bound, ///< a flag in draft-04, a number later
  List,
  Names, ///< texts, none twice
  Type,
  Schema,
  Schemas, ///< at least one
  Items,   ///< one schema, or a list of them
  NamedSchemas,
  Dependencies,
};

struct Keyword {
  std::string_view name;
  Holds holds;
};

constexpr std::array kKeywords{
    Keyword{"$ref", Holds::Text},
    Keyword{"$schema", Holds::Text},
    Keyword{"title", Holds::Text},
    Keyword{"description", Holds::Text},
    Keyword{"format", Holds::Text},
    Keyword{"pattern", Holds::Text},
    Keyword{"type", Holds::Type},
    Keyword{"enum", Holds::List},
    Keyword{"required", Holds::Names},
    Keyword{"readOnly", Holds::Flag},
    Keyword{"uniqueItems", Holds::Flag},
    Keyword{"minimum", Holds::Number},
    Keyword{"maximum", Holds::Number},
    Keyword{"exclusiveMinimum", Holds::Bound},
    Keyword{"exclusiveMaximum", Holds::Bound},
    Keyword{"multipleOf", Holds::Divisor},
    Keyword{"minLength", Holds::Count},
    Keyword{"maxLength", Holds::Count},
    Keyword{"minItems", Holds::Count},
    Keyword{"maxItems", Holds::Count},
    Keyword{"minProperties", Holds::Count},
    Keyword{"maxProperties", Holds::Count},
    Keyword{"items", Holds::Items},
    Keyword{"additionalItems", Holds::Schema},
    Keyword{"contains", Holds::Schema},
    Keyword{"properties", Holds::NamedSchemas},
    Keyword{"patternProperties", Holds::NamedSchemas},
    Keyword{"definitions", Holds::NamedSchemas},
    Keyword{"additionalProperties", Holds::Schema},
    Keyword{"propertyNames", Holds::Schema},
    Keyword{"dependencies", Holds::Dependencies},
    Keyword{"if", Holds::Schema},
    Keyword{"then", Holds::Schema},
    Keyword{"else", Holds::Schema},
    Keyword{"not", Holds::Schema},
    Keyword{"allOf", Holds::Schemas},
    Keyword{"anyOf", Holds::Schemas},
    Keyword{"oneOf", Holds::Schemas},
};

constexpr std::array<std::string_view, 7> kTypes{"array",  "boolean", "integer", "null",
                                                 "number", "object",  "string"};

bool isCount(const json::value& value) {
  if (!value.is_number()) return false;
  const auto number = value.to_number<double>();
  return number >= 0 && std::trunc(number) == number;
}

bool areNames(const json::value& value) {
  const auto* array = value.if_array();
  if (array == nullptr) return false;
  std::set<std::string_view> seen;
  return std::all_of(array->begin(), array->end(), [&](const json::value& name) {
    return name.is_string() && seen.insert(name.get_string()).second;
  });
}

std::string typeProblem(const json::value& value) {
  const auto isType = [](const json::value& type) {
    return type.is_string() && std::find(kTypes.begin(), kTypes.end(), type.get_string()) != kTypes.end();
  };
  if (const auto* list = value.if_array()) {
    const auto odd = std::find_if_not(list->begin(), list->end(), isType);
    if (odd != list->end()) return "no type is called " + json::serialize(*odd);
    return list->empty() || !areNames(value) ? "a list of types has at least one, and none twice"
                                             : std::string();
  }
  return isType(value) ? std::string() : "no type is called " + json::serialize(value);
}

/// Of keywords that hold no schema; empty where all is well.
std::string plainProblem(Holds holds, const json::value& value) {
  switch (holds) {
  case Holds::Text:
    return value.is_string() ? "" : "must be a text";
  case Holds::Count:
    return isCount(value) ? "" : "must be a whole number, 0 or more";
  case Holds::Number:
    return value.is_number() ? "" : "must be a number";
  case Holds::Divisor:
    return value.is_number() && value.to_number<double>() > 0 ? "" : "must be a number above 0";
  case Holds::Flag:
    return value.is_bool() ? "" : "must be true or false";
  case Holds::Bound:
    return value.is_bool() || value.is_number() ? "" : "must be a number (in draft-04: true or false)";
  case Holds::List:
    return value.is_array() ? "" : "must be a list";
  case Holds::Names:
    return areNames(value) ? "" : "must be a list of names, none twice";
  case Holds::Type:
    return typeProblem(value);
  default:
    return {};
  }
}

class Walk {
public:
  std::optional<std::string> problem;

  void schema(const json::value& node, const std::string& place, int depth) {
    if (problem || node.is_bool()) return;
    const auto* object = node.if_object();
    if (object == nullptr) return note(place, "a schema is an object, true or false");
    if (depth > kMaxDepth) return note(place, "nested too deeply");
    const json::value* reference = object->if_contains("$ref");
    for (const Keyword& keyword : kKeywords) {
      const json::value* value = object->if_contains(keyword.name);
      if (value == nullptr || problem) continue;
      // What stands beside a reference means nothing in these drafts, but for what it refers to.
      if (reference != nullptr && keyword.name != "$ref" && keyword.name != "definitions") continue;
      this->keyword(keyword, *value, appendedPointer(place, keyword.name), depth);
    }
  }

private:
  void note(const std::string& place, const std::string& reason) {
    if (!problem) problem = place + ": " + reason;
  }

  void keyword(const Keyword& keyword, const json::value& value, const std::string& place, int depth) {
    const bool isList = value.is_array();
    switch (keyword.holds) {
    case Holds::Schema:
      return schema(value, place, depth + 1);
    case Holds::Items:
      return isList ? schemas(value.get_array(), place, depth) : schema(value, place, depth + 1);
    case Holds::Schemas:
      if (!isList || value.get_array().empty()) return note(place, "must be a list of schemas, at least one");
      return schemas(value.get_array(), place, depth);
    case Holds::NamedSchemas:
    case Holds::Dependencies:
      return named(keyword, value, place, depth);
    default:
      if (const std::string reason = plainProblem(keyword.holds, value); !reason.empty()) note(place, reason);
    }
  }

  void schemas(const json::array& list, const std::string& place, int depth) {
    for (std::size_t i = 0; i < list.size(); ++i)
      schema(list[i], appendedPointer(place, std::to_string(i)), depth + 1);
  }

  void named(const Keyword& keyword, const json::value& value, const std::string& place, int depth) {
    const auto* object = value.if_object();
    if (object == nullptr) return note(place, "must be an object of schemas");
    for (const auto& pair : *object) {
      const std::string inner = appendedPointer(place, pair.key());
      if (keyword.holds != Holds::Dependencies || !pair.value().is_array())
        schema(pair.value(), inner, depth + 1);
      else if (!areNames(pair.value()))
        note(inner, "must be a list of names, none twice");
    }
  }
};

} // namespace

std::optional<std::string> schemaProblem(const json::value& schema) {
  Walk walk;
  walk.schema(schema, "#", 0);
  return walk.problem;
}

} // namespace madoguchi::core
