// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/procedures/formplaces.h"

#include <algorithm>
#include <set>

namespace madoguchi::core {

namespace {

constexpr int kGlance = 4;      // levels that are compared to choose an alternative
constexpr int kFreshLevels = 6; // of required objects in a new entry
constexpr const char* kFormUri = "form:/root";

std::string_view typeOf(const json::value& value) {
  switch (value.kind()) {
  case json::kind::null:
    return "null";
  case json::kind::bool_:
    return "boolean";
  case json::kind::string:
    return "string";
  case json::kind::array:
    return "array";
  case json::kind::object:
    return "object";
  case json::kind::double_:
    return "number";
  default:
    return "integer";
  }
}

bool hasType(const SchemaShape& shape, const json::value& value) {
  const std::string_view type = typeOf(value);
  return shape.may(type) || (type == "integer" && shape.may("number"));
}

const json::value& orEmpty(const json::value* value) {
  static const json::value empty = json::object();
  return value == nullptr || value->is_null() ? empty : *value;
}

void takeNames(const json::value& list, std::set<std::string, std::less<>>& out) {
  if (const auto* names = list.if_array())
    for (const json::value& name : *names)
      if (const json::string* text = name.if_string()) out.emplace(*text);
}

/// As the fragment of a URI; the reader takes the other letters as they are.
std::string fragment(const std::string& pointer) {
  std::string out = "#";
  for (const char c : pointer)
    out.append(c == '%' ? std::string("%25") : std::string(1, c));
  return out;
}

} // namespace

FormPlace FormPlaces::place(const SchemaNode& node, const json::value* value,
                            const TakenAlternatives& taken) {
  FormPlace out{node, &m_shapes.shape(node), {}, {}};
  // A choice between constants is one field: there is nothing to unfold.
  if (m_shapes.options(node) != nullptr) return out;
  std::set<const void*> done;
  const auto add = [&](const json::value* schema) {
    if (schema == nullptr || std::find(out.node.begin(), out.node.end(), schema) != out.node.end()) return;
    out.node.push_back(schema);
  };
  // What is added may bring conditions and choices of its own.
  for (std::size_t before = 0; before != out.node.size();) {
    before = out.node.size();
    for (const SchemaCondition& condition : out.shape->conditions)
      if (out.shape->may("object") && done.insert(condition.test).second)
        add(holds(*condition.test, orEmpty(value)) ? condition.then : condition.otherwise);
    const auto* object = value == nullptr ? nullptr : value->if_object();
    for (const auto& [name, schema] : out.shape->dependencies)
      if (object != nullptr && object->contains(name)) {
        if (!schema->is_array()) add(schema);
        takeNames(*schema, out.required);
      }
    for (const SchemaChoice& choice : out.shape->choices) {
      if (!done.insert(choice.list).second || !isShown(choice)) continue;
      const auto mine = taken.find(choice.list);
      const bool known = mine != taken.end() && mine->second < choice.alternatives.size();
      const std::size_t at = known ? mine->second : best(choice, value);
      out.choices.push_back({&choice, at});
      add(choice.alternatives[at]);
    }
    if (before != out.node.size()) out.shape = &m_shapes.shape(out.node);
  }
  out.required.insert(out.shape->required.begin(), out.shape->required.end());
  return out;
}

bool FormPlaces::isShown(const SchemaChoice& choice) {
  return choice.alternatives.size() > 1 &&
         std::any_of(choice.alternatives.begin(), choice.alternatives.end(),
                     [this](const json::value* alternative) { return isStructural(alternative, 0); });
}

bool FormPlaces::isStructural(const json::value* alternative, int depth) {
  const SchemaShape& shape = m_shapes.shape({alternative});
  if (!shape.properties.empty() || !shape.items.empty() || !shape.tuple.empty() ||
      shape.types.count("object") > 0 || shape.types.count("array") > 0)
    return true;
  return depth < kGlance &&
         std::any_of(shape.choices.begin(), shape.choices.end(), [&](const SchemaChoice& inner) {
           return std::any_of(inner.alternatives.begin(), inner.alternatives.end(),
                              [&](const json::value* next) { return isStructural(next, depth + 1); });
         });
}

std::set<std::string, std::less<>> FormPlaces::types(const SchemaNode& node, int depth) {
  const SchemaShape& shape = m_shapes.shape(node);
  std::set<std::string, std::less<>> out = shape.types;
  if (!out.empty() || depth > kGlance) return out;
  for (const SchemaChoice& choice : shape.choices)
    for (const json::value* alternative : choice.alternatives) {
      const auto inner = types({alternative}, depth + 1);
      out.insert(inner.begin(), inner.end());
    }
  return out;
}

std::size_t FormPlaces::best(const SchemaChoice& choice, const json::value* value) {
  if (value == nullptr || value->is_null()) {
    // Nothing is there: an alternative that says so is the one.
    for (std::size_t i = 0; i < choice.alternatives.size(); ++i)
      if (m_shapes.shape({choice.alternatives[i]}).types == std::set<std::string, std::less<>>{"null"})
        return i;
    return 0;
  }
  std::size_t found = 0;
  int least = -1;
  for (std::size_t i = 0; i < choice.alternatives.size() && least != 0; ++i) {
    const int misfits = misfit({choice.alternatives[i]}, *value, 1);
    if (least >= 0 && misfits >= least) continue;
    least = misfits;
    found = i;
  }
  return found;
}

int FormPlaces::misfit(const SchemaNode& node, const json::value& value, int depth) {
  const SchemaShape& shape = m_shapes.shape(node);
  if (shape.never) return 100;
  if (!hasType(shape, value)) return 50;
  if (shape.hasOptions) {
    const bool known = std::any_of(shape.options.begin(), shape.options.end(),
                                   [&](const SchemaOption& option) { return option.value == value; });
    return known ? 0 : 20;
  }
  if (depth > kGlance) return 0;
  int sum = 0;
  for (const json::value* forbidden : shape.forbidden)
    if (misfit({forbidden}, value, depth + 1) == 0) sum += 20;
  for (const SchemaChoice& choice : shape.choices) {
    int least = 50;
    for (const json::value* alternative : choice.alternatives)
      if (least > 0) least = std::min(least, misfit({alternative}, value, depth + 1));
    sum += least;
  }
  if (const auto* object = value.if_object()) return sum + objectMisfit(shape, *object, depth);
  const auto* array = value.if_array();
  if (array != nullptr && !array->empty() && !shape.items.empty())
    sum += misfit(shape.items, array->front(), depth + 1);
  return sum;
}

int FormPlaces::objectMisfit(const SchemaShape& shape, const json::object& object, int depth) {
  int sum = 0;
  for (const std::string& name : shape.required)
    if (!object.contains(name)) sum += 3;
  for (const auto& pair : object) {
    const SchemaNode* property = shape.property(pair.key());
    if (property != nullptr)
      sum += std::min(20, misfit(*property, pair.value(), depth + 1));
    else if (shape.closed)
      sum += 5;
  }
  return sum;
}

bool FormPlaces::holds(const json::value& test, const json::value& value) {
  if (test.is_bool()) return test.get_bool();
  auto known = m_tests.find(&test);
  if (known == m_tests.end()) {
    if (m_documents.empty()) {
      m_documents.emplace(kFormUri, m_form);
      indexTests(m_form, {});
    }
    json::object part{{"$ref", kFormUri + fragment(m_pointers[&test])}};
    const auto* form = m_form.if_object();
    if (const json::value* draft = form == nullptr ? nullptr : form->if_contains("$schema"))
      part["$schema"] = *draft;
    const auto compiled = FormSchema::compile(part, m_documents);
    if (!compiled) return false;
    known = m_tests.emplace(&test, *compiled).first;
  }
  return known->second.isValid(value);
}

void FormPlaces::indexTests(const json::value& node, const std::string& pointer) {
  if (const auto* object = node.if_object()) {
    for (const auto& pair : *object) {
      const std::string place = appendedPointer(pointer, pair.key());
      if (pair.key() == "if") m_pointers.emplace(&pair.value(), place);
      indexTests(pair.value(), place);
    }
  } else if (const auto* array = node.if_array()) {
    for (std::size_t i = 0; i < array->size(); ++i)
      indexTests((*array)[i], appendedPointer(pointer, std::to_string(i)));
  }
}

json::value FormPlaces::fresh(const SchemaNode& node, const TakenAlternatives& taken) {
  return freshAt(node, taken, 0);
}

json::value FormPlaces::freshAt(const SchemaNode& node, const TakenAlternatives& taken, int depth) {
  const FormPlace here = place(node, nullptr, taken);
  const SchemaShape& shape = *here.shape;
  if (shape.standard != nullptr) return *shape.standard;
  const std::vector<SchemaOption>* options = m_shapes.options(node);
  if (options != nullptr) return options->size() == 1 ? options->front().value : json::value();
  if (shape.hasOptions) return shape.options.size() == 1 ? shape.options.front().value : json::value();
  if (shape.properties.empty() && shape.types != std::set<std::string, std::less<>>{"object"}) return nullptr;
  json::object out;
  for (const auto& [name, property] : shape.properties) {
    const SchemaShape& inner = m_shapes.shape(property);
    const bool must = shape.required.count(name) > 0;
    if (!must && inner.standard == nullptr) continue;
    if (depth >= kFreshLevels && inner.standard == nullptr) continue;
    json::value value = freshAt(property, {}, depth + 1);
    const auto* object = value.if_object();
    if (!value.is_null() && (object == nullptr || !object->empty())) out[name] = std::move(value);
  }
  return out;
}

json::value FormPlaces::carried(const SchemaNode& node, const json::value* value, const SchemaChoice& choice,
                                std::size_t from, std::size_t to) {
  const FormPlace old = place(node, value, {{choice.list, from}});
  const FormPlace next = place(node, value, {{choice.list, to}});
  json::value out = fresh(node, {{choice.list, to}});
  const auto* before = value == nullptr ? nullptr : value->if_object();
  auto* after = out.if_object();
  if (before == nullptr || after == nullptr) {
    const bool stays = value != nullptr && misfit(next.node, *value) == 0;
    return stays ? *value : out;
  }
  for (const auto& pair : *before) {
    const SchemaNode* property = next.shape->property(pair.key());
    const bool known = property != nullptr || old.shape->property(pair.key()) == nullptr;
    if (!known || (property != nullptr && misfit(*property, pair.value()) > 0)) continue;
    if (property == nullptr && next.shape->closed) continue;
    (*after)[pair.key()] = pair.value();
  }
  return out;
}

} // namespace madoguchi::core
