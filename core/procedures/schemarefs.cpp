// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/procedures/schemarefs.h"

#include "core/procedures/uri.h"

#include <array>
#include <cmath>
#include <deque>
#include <set>
#include <string_view>

namespace madoguchi::core {

namespace {

constexpr int kMaxDepth = 128;
constexpr std::string_view kRootUri = "schema:/root";

enum class Holds { Values, Schema, Schemas, NamedSchemas };

struct Keyword {
  std::string_view name;
  Holds holds;
};

/// What of a schema the validator reads; the rest (titles, comments, unknown words) is left behind.
constexpr std::array kKeywords{
    Keyword{"additionalItems", Holds::Schema},
    Keyword{"additionalProperties", Holds::Schema},
    Keyword{"allOf", Holds::Schemas},
    Keyword{"anyOf", Holds::Schemas},
    Keyword{"const", Holds::Values},
    Keyword{"contains", Holds::Schema},
    Keyword{"dependencies", Holds::NamedSchemas},
    Keyword{"else", Holds::Schema},
    Keyword{"enum", Holds::Values},
    Keyword{"exclusiveMaximum", Holds::Values},
    Keyword{"exclusiveMinimum", Holds::Values},
    Keyword{"format", Holds::Values},
    Keyword{"if", Holds::Schema},
    Keyword{"items", Holds::Schema},
    Keyword{"maxItems", Holds::Values},
    Keyword{"maxLength", Holds::Values},
    Keyword{"maxProperties", Holds::Values},
    Keyword{"maximum", Holds::Values},
    Keyword{"minItems", Holds::Values},
    Keyword{"minLength", Holds::Values},
    Keyword{"minProperties", Holds::Values},
    Keyword{"minimum", Holds::Values},
    Keyword{"multipleOf", Holds::Values},
    Keyword{"not", Holds::Schema},
    Keyword{"oneOf", Holds::Schemas},
    Keyword{"pattern", Holds::Values},
    Keyword{"patternProperties", Holds::NamedSchemas},
    Keyword{"properties", Holds::NamedSchemas},
    Keyword{"propertyNames", Holds::Schema},
    Keyword{"required", Holds::Values},
    Keyword{"then", Holds::Schema},
    Keyword{"type", Holds::Values},
    Keyword{"uniqueItems", Holds::Values},
};

Holds holdsOf(std::string_view name) {
  for (const Keyword& keyword : kKeywords)
    if (keyword.name == name) return keyword.holds;
  return name == "definitions" || name == "$defs" ? Holds::NamedSchemas : Holds::Values;
}

bool isKnown(std::string_view name) {
  for (const Keyword& keyword : kKeywords)
    if (keyword.name == name) return true;
  return false;
}

const json::string* textAt(const json::object& object, std::string_view key) {
  const json::value* value = object.if_contains(key);
  return value == nullptr ? nullptr : value->if_string();
}

template <class Visit>
void eachSubschema(const json::object& schema, Visit visit) {
  for (const auto& [key, value] : schema) {
    const Holds holds = holdsOf(key);
    if (holds == Holds::Values) continue;
    if (holds == Holds::Schema && !value.is_array()) visit(value);
    if (const auto* array = value.if_array(); array != nullptr && holds != Holds::NamedSchemas)
      for (const json::value& item : *array)
        visit(item);
    if (const auto* object = value.if_object(); object != nullptr && holds == Holds::NamedSchemas)
      for (const auto& pair : *object)
        visit(pair.value());
  }
}

class Localizer {
public:
  Result<json::value> run(const json::value& schema, const std::map<std::string, json::value>& documents);

private:
  struct Place {
    const json::value* node = nullptr;
    std::string base; ///< before the node's own id
  };

  /// The id of a schema; beside a reference it means nothing. Draft-04 called it "id".
  const json::string* idOf(const json::object& schema) const;
  std::string innerBase(const json::value& node, const std::string& base) const;
  void index(const json::value& node, const std::string& base, int depth);

  Place find(const std::string& reference, const std::string& base);
  Place below(const json::value& root, const std::string& base, std::string_view pointer) const;
  std::string localName(const Place& place);

  json::value rewrite(const Place& place);
  json::value rewriteInside(std::string_view keyword, const json::value& value, const std::string& base);
  void checkCircles(const json::object& schema);
  void fail(ErrorCode code, std::string detail) {
    if (!m_error) m_error = Error{code, std::move(detail)};
  }

  bool m_draft4 = false;
  std::map<std::string, Place> m_resources; ///< by URI without fragment
  std::map<std::string, Place> m_anchors;   ///< by URI with a plain-name fragment
  std::map<const json::value*, std::string> m_outerBases;
  std::map<const json::value*, std::string> m_names;
  std::deque<std::pair<std::string, Place>> m_pending;
  std::optional<Error> m_error;
};

const json::string* Localizer::idOf(const json::object& schema) const {
  if (schema.contains("$ref")) return nullptr;
  return textAt(schema, m_draft4 ? "id" : "$id");
}

std::string Localizer::innerBase(const json::value& node, const std::string& base) const {
  const auto* object = node.if_object();
  const json::string* id = object != nullptr ? idOf(*object) : nullptr;
  return id == nullptr ? base : resolveUri(base, splitFragment(*id).first);
}

void Localizer::index(const json::value& node, const std::string& base, int depth) {
  const auto* object = node.if_object();
  if (object == nullptr) return;
  if (depth > kMaxDepth) return fail(ErrorCode::TooLarge, "the schema is nested too deeply");
  m_outerBases.emplace(&node, base);
  const std::string inner = innerBase(node, base);
  if (const json::string* id = idOf(*object)) {
    const auto [uri, fragment] = splitFragment(*id);
    if (!uri.empty()) m_resources.emplace(inner, Place{&node, base});
    if (!fragment.empty()) m_anchors.emplace(inner + "#" + fragment, Place{&node, base});
  }
  eachSubschema(*object, [&](const json::value& child) { index(child, inner, depth + 1); });
}

Localizer::Place Localizer::below(const json::value& root, const std::string& base,
                                  std::string_view pointer) const {
  Place place{&root, base};
  std::string inner = innerBase(root, base);
  for (std::size_t end = 0; end < pointer.size();) {
    end = std::min(pointer.find('/', end + 1), pointer.size());
    const json::value* node = valueAt(root, pointer.substr(0, end));
    if (node == nullptr) return {};
    const auto known = m_outerBases.find(node);
    place = Place{node, known != m_outerBases.end() ? known->second : inner};
    if (known != m_outerBases.end()) inner = innerBase(*node, known->second);
  }
  return place;
}

Localizer::Place Localizer::find(const std::string& reference, const std::string& base) {
  const auto [relative, fragment] = splitFragment(reference);
  const std::string uri = resolveUri(base, relative);
  const auto resource = m_resources.find(uri);
  if (fragment.empty() || fragment.front() == '/') {
    if (resource == m_resources.end()) return {};
    return below(*resource->second.node, resource->second.base, fragment);
  }
  const auto anchor = m_anchors.find(uri + "#" + fragment);
  return anchor == m_anchors.end() ? Place{} : anchor->second;
}

std::string Localizer::localName(const Place& place) {
  const auto known = m_names.find(place.node);
  if (known != m_names.end()) return known->second;
  const std::string key = "d" + std::to_string(m_names.size());
  m_pending.emplace_back(key, place);
  return m_names[place.node] = "#/definitions/" + key;
}

/// Every inner schema becomes a definition of its own: the validator's parser keeps schemas by path and
/// mistakes one for another where paths coincide (all of `dependencies` share one).
json::value Localizer::rewriteInside(std::string_view keyword, const json::value& value,
                                     const std::string& base) {
  const auto refTo = [&](const json::value& node) {
    return json::object{{"$ref", localName({&node, base})}};
  };
  const Holds holds = holdsOf(keyword);
  const auto* array = value.if_array();
  const auto* object = value.if_object();
  if (keyword == "multipleOf" && !(value.is_number() && value.to_number<double>() > 0))
    fail(ErrorCode::InvalidArgument, "multipleOf must be above zero"); // would divide by zero
  if (holds == Holds::Values) return withWholeNumbers(value);
  if (array != nullptr && holds != Holds::NamedSchemas) {
    json::array out;
    for (const json::value& item : *array)
      out.push_back(refTo(item));
    return out;
  }
  if (holds == Holds::NamedSchemas) {
    if (object == nullptr) return value;
    json::object out;
    for (const auto& [key, item] : *object) {
      if (item.is_array())
        out[key] = item; // dependencies may list names
      else
        out[key] = refTo(item);
    }
    return out;
  }
  const bool closes = keyword == "additionalProperties" || keyword == "additionalItems";
  if (closes && value.is_bool()) return value;
  return refTo(value);
}

json::value Localizer::rewrite(const Place& place) {
  const auto* object = place.node->if_object();
  if (object == nullptr) return *place.node;
  const std::string base = innerBase(*place.node, place.base);
  if (const json::string* reference = textAt(*object, "$ref")) {
    const Place target = find(std::string(*reference), base);
    if (target.node == nullptr || !(target.node->is_object() || target.node->is_bool())) {
      fail(ErrorCode::InvalidArgument, "no schema at $ref " + std::string(*reference));
      return nullptr;
    }
    return json::object{{"$ref", localName(target)}};
  }
  json::object out;
  for (const auto& [key, value] : *object)
    if (isKnown(key)) out[key] = rewriteInside(key, value, base);
  return out;
}

/// References that lead only to references and come back would send any validator round for ever.
void Localizer::checkCircles(const json::object& schema) {
  const auto& definitions = schema.at("definitions").get_object();
  const auto next = [&](const std::string& name) -> std::string {
    const json::object* node = &schema;
    if (name != "#") node = definitions.at(name.substr(name.rfind('/') + 1)).if_object();
    const json::string* reference = node != nullptr ? textAt(*node, "$ref") : nullptr;
    return reference != nullptr ? std::string(*reference) : std::string();
  };
  for (const auto& entry : m_names) {
    std::set<std::string> seen;
    for (std::string name = entry.second; !name.empty(); name = next(name))
      if (!seen.insert(name).second) return fail(ErrorCode::InvalidArgument, "a $ref leads in a circle");
  }
}

Result<json::value> Localizer::run(const json::value& schema,
                                   const std::map<std::string, json::value>& documents) {
  const auto* object = schema.if_object();
  if (object == nullptr) {
    if (schema.is_bool()) return schema;
    return failure(ErrorCode::InvalidArgument, "a schema is an object or a boolean");
  }
  const json::string* draft = textAt(*object, "$schema");
  m_draft4 = draft != nullptr && std::string_view(*draft).find("draft-04") != std::string_view::npos;

  const std::string root(kRootUri);
  m_resources.emplace(root, Place{&schema, root});
  index(schema, root, 0);
  for (const auto& [uri, document] : documents) {
    m_resources.emplace(uri, Place{&document, uri});
    index(document, uri, 0);
  }
  m_names[&schema] = "#";
  json::value out = rewrite({&schema, root});
  json::object definitions;
  while (!m_error && !m_pending.empty()) {
    const auto [key, place] = m_pending.front();
    m_pending.pop_front();
    definitions[key] = rewrite(place);
  }
  if (!m_error) {
    out.get_object()["definitions"] = std::move(definitions);
    checkCircles(out.get_object());
  }
  if (m_error) return tl::unexpected<Error>(*m_error);
  return out;
}

void collectPatterns(const json::object& schema, std::set<std::string>& out) {
  if (const json::string* pattern = textAt(schema, "pattern")) out.emplace(*pattern);
  const json::value* named = schema.if_contains("patternProperties");
  if (named != nullptr && named->is_object())
    for (const auto& pair : named->get_object())
      out.emplace(pair.key());
}

} // namespace

Result<json::value> withLocalRefs(const json::value& schema,
                                  const std::map<std::string, json::value>& documents) {
  return Localizer().run(schema, documents);
}

std::set<std::string> patternsOf(const json::value& localSchema) {
  std::set<std::string> out;
  const auto* object = localSchema.if_object();
  if (object == nullptr) return out;
  collectPatterns(*object, out);
  for (const auto& pair : object->at("definitions").get_object())
    if (const auto* definition = pair.value().if_object()) collectPatterns(*definition, out);
  return out;
}

json::value withWholeNumbers(const json::value& value) {
  if (const auto* object = value.if_object()) {
    json::object out;
    for (const auto& [key, item] : *object)
      out[key] = withWholeNumbers(item);
    return out;
  }
  if (const auto* array = value.if_array()) {
    json::array out;
    for (const json::value& item : *array)
      out.push_back(withWholeNumbers(item));
    return out;
  }
  const double* number = value.if_double();
  constexpr double kExact = 9'007'199'254'740'992.0; // 2^53: beyond it a double names no single integer
  if (number != nullptr && std::abs(*number) <= kExact && std::trunc(*number) == *number)
    return static_cast<std::int64_t>(*number);
  return value;
}

} // namespace madoguchi::core
