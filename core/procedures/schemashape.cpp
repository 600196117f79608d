// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/procedures/schemashape.h"

#include "core/procedures/uri.h"

#include <algorithm>
#include <optional>

namespace madoguchi::core {

namespace {

constexpr int kMaxDepth = 32;

const json::string* textAt(const json::object& object, std::string_view key) {
  const json::value* value = object.if_contains(key);
  return value == nullptr ? nullptr : value->if_string();
}

bool flagAt(const json::object& object, std::string_view key) {
  const json::value* value = object.if_contains(key);
  return value != nullptr && value->is_bool() && value->get_bool();
}

std::optional<std::int64_t> countAt(const json::object& object, std::string_view key) {
  const json::value* value = object.if_contains(key);
  if (value == nullptr || !value->is_number()) return std::nullopt;
  return value->is_double() ? static_cast<std::int64_t>(value->get_double())
                            : value->to_number<std::int64_t>();
}

void takeText(const json::object& object, std::string_view key, std::string& out) {
  const json::string* text = textAt(object, key);
  if (out.empty() && text != nullptr) out.assign(text->data(), text->size());
}

bool isFalse(const json::value* value) {
  return value != nullptr && value->is_bool() && !value->get_bool();
}

/// What a constant object calls itself.
std::string ownName(const json::object& object) {
  for (const char* key : {"title", "description", "label", "name", "text"})
    if (const json::string* text = textAt(object, key)) return std::string(*text);
  return {};
}

} // namespace

const SchemaNode* SchemaShape::property(std::string_view name) const {
  const auto found = std::find_if(properties.begin(), properties.end(),
                                  [&](const auto& property) { return property.first == name; });
  return found == properties.end() ? nullptr : &found->second;
}

struct SchemaShapes::Known {
  SchemaShape shape;
  bool asked = false; ///< for its options
  bool listed = false;
  std::vector<SchemaOption> options;
};

/// Takes schema after schema into one shape. The first to say a word has it, so what stands beside a `$ref`
/// goes before what it names.
struct SchemaShapes::Reader {
  SchemaShapes& shapes;
  SchemaShape& out;

  void take(const json::value& schema, int depth) {
    if (depth > kMaxDepth) return;
    if (isFalse(&schema)) out.never = true;
    const json::object* object = schema.if_object();
    if (object == nullptr) return;
    takeText(*object, "title", out.title);
    takeText(*object, "description", out.description);
    out.readOnly = out.readOnly || flagAt(*object, "readOnly");
    if (const json::value* standard = object->if_contains("default"); standard != nullptr && !out.standard)
      out.standard = standard;
    if (const json::string* reference = textAt(*object, "$ref")) {
      if (const json::value* target = shapes.target(*reference)) take(*target, depth + 1);
      return;
    }
    takeFacts(*object);
    takeOptions(*object);
    takeObject(*object);
    takeArray(*object);
    takeApplicators(*object, depth);
  }

  void takeFacts(const json::object& object) {
    takeText(object, "format", out.format);
    takeText(object, "pattern", out.pattern);
    out.uniqueItems = out.uniqueItems || flagAt(object, "uniqueItems");
    if (const auto count = countAt(object, "maxLength"))
      out.maxLength = out.maxLength < 0 ? *count : std::min(out.maxLength, *count);
    if (const auto count = countAt(object, "minItems")) out.minItems = std::max(out.minItems, *count);
    if (const auto count = countAt(object, "maxItems"))
      out.maxItems = out.maxItems < 0 ? *count : std::min(out.maxItems, *count);
    std::set<std::string, std::less<>> types;
    if (const json::string* type = textAt(object, "type")) types.emplace(*type);
    if (const json::value* list = object.if_contains("type"); list != nullptr && list->is_array())
      for (const json::value& type : list->get_array())
        if (const json::string* name = type.if_string()) types.emplace(*name);
    if (flagAt(object, "nullable") && !types.empty()) types.emplace("null"); // OpenAPI's word
    if (types.empty()) return;
    std::set<std::string, std::less<>> both;
    for (const std::string& type : types)
      if (out.may(type)) both.insert(type);
    // An integer is a number, whoever says which.
    if (types.count("integer") > 0 && out.types.count("number") > 0) both.emplace("integer");
    if (types.count("number") > 0 && out.types.count("integer") > 0) both.emplace("integer");
    out.types = both.empty() ? types : both;
  }

  void takeOptions(const json::object& object) {
    std::vector<SchemaOption> options;
    const json::value* names = object.if_contains("enumNames");
    const json::value* one = object.if_contains("const");
    const json::value* list = object.if_contains("enum");
    if (one != nullptr) {
      options.push_back({*one, {}});
    } else if (list != nullptr && list->is_array()) {
      for (std::size_t i = 0; i < list->get_array().size(); ++i) {
        const json::value* name =
            names != nullptr && names->is_array() ? names->get_array().if_contains(i) : nullptr;
        const json::string* text = name == nullptr ? nullptr : name->if_string();
        options.push_back({list->get_array()[i], text == nullptr ? std::string() : std::string(*text)});
      }
    } else {
      return;
    }
    if (out.hasOptions) {
      const auto elsewhere = [&](const SchemaOption& option) {
        return std::none_of(out.options.begin(), out.options.end(),
                            [&](const SchemaOption& other) { return other.value == option.value; });
      };
      options.erase(std::remove_if(options.begin(), options.end(), elsewhere), options.end());
    }
    out.hasOptions = true;
    out.options = std::move(options);
  }

  void takeProperty(std::string_view name, const json::value& schema) {
    for (auto& [known, node] : out.properties)
      if (known == name) {
        if (std::find(node.begin(), node.end(), &schema) == node.end()) node.push_back(&schema);
        return;
      }
    out.properties.emplace_back(std::string(name), SchemaNode{&schema});
  }

  void takeObject(const json::object& object) {
    if (const json::value* properties = object.if_contains("properties");
        properties && properties->is_object())
      for (const auto& pair : properties->get_object())
        takeProperty(pair.key(), pair.value());
    if (const json::value* named = object.if_contains("patternProperties"); named && named->is_object())
      for (const auto& pair : named->get_object())
        out.patternProperties.emplace_back(std::string(pair.key()), &pair.value());
    const json::value* others = object.if_contains("additionalProperties");
    out.closed = out.closed || isFalse(others);
    if (others != nullptr && others->is_object()) out.otherProperties.push_back(others);
    if (const json::value* required = object.if_contains("required"); required && required->is_array())
      for (const json::value& name : required->get_array())
        if (const json::string* text = name.if_string()) out.required.emplace(*text);
  }

  void takeArray(const json::object& object) {
    const json::value* items = object.if_contains("items");
    if (items != nullptr && items->is_array()) {
      for (std::size_t i = 0; i < items->get_array().size(); ++i) {
        if (out.tuple.size() <= i) out.tuple.emplace_back();
        out.tuple[i].push_back(&items->get_array()[i]);
      }
      const json::value* others = object.if_contains("additionalItems");
      out.fixedEnd = out.fixedEnd || isFalse(others);
      if (others != nullptr && others->is_object()) out.otherItems.push_back(others);
    } else if (items != nullptr) {
      out.items.push_back(items);
    }
  }

  void takeApplicators(const json::object& object, int depth) {
    if (const json::value* all = object.if_contains("allOf"); all != nullptr && all->is_array())
      for (const json::value& schema : all->get_array())
        take(schema, depth + 1);
    for (const char* key : {"oneOf", "anyOf"}) {
      const json::value* list = object.if_contains(key);
      if (list == nullptr || !list->is_array()) continue;
      SchemaChoice choice{list, {}};
      for (const json::value& schema : list->get_array())
        choice.alternatives.push_back(&schema);
      out.choices.push_back(std::move(choice));
    }
    if (const json::value* forbidden = object.if_contains("not")) out.forbidden.push_back(forbidden);
    if (const json::value* test = object.if_contains("if"))
      out.conditions.push_back({test, object.if_contains("then"), object.if_contains("else")});
    if (const json::value* named = object.if_contains("dependencies"); named && named->is_object())
      for (const auto& pair : named->get_object())
        out.dependencies.emplace_back(std::string(pair.key()), &pair.value());
  }
};

SchemaShapes::SchemaShapes(const json::value& form) : m_form(form) {}
SchemaShapes::~SchemaShapes() = default;

const SchemaShape& SchemaShapes::shape(const SchemaNode& node) {
  auto& known = m_known[node];
  if (!known) {
    known = std::make_unique<Known>();
    for (const json::value* schema : node)
      Reader{*this, known->shape}.take(*schema, 0);
  }
  return known->shape;
}

const std::vector<SchemaOption>* SchemaShapes::options(const SchemaNode& node) {
  (void)shape(node);
  Known& known = *m_known[node];
  if (!known.asked) {
    known.asked = true;
    known.listed = collect(node, known.options, 0);
  }
  return known.listed ? &known.options : nullptr;
}

bool SchemaShapes::collect(const SchemaNode& node, std::vector<SchemaOption>& out, int depth) {
  const SchemaShape& here = shape(node);
  if (depth > kMaxDepth || here.never) return false;
  if (here.hasOptions) {
    for (SchemaOption option : here.options) {
      if (here.options.size() == 1 && option.title.empty() && depth > 0)
        option.title = here.title.empty() ? here.description : here.title;
      out.push_back(std::move(option));
    }
    return true;
  }
  if (here.choices.size() == 1 && here.properties.empty()) {
    for (const json::value* alternative : here.choices.front().alternatives)
      if (!collect({alternative}, out, depth + 1)) return false;
    return !here.choices.front().alternatives.empty();
  }
  SchemaOption constant;
  if (depth == 0 || !constantObject(here, constant, depth)) return false;
  if (!here.title.empty()) constant.title = here.title;
  out.push_back(std::move(constant));
  return true;
}

bool SchemaShapes::constantObject(const SchemaShape& shape, SchemaOption& out, int depth) {
  if (shape.properties.empty() || !shape.choices.empty()) return false;
  json::object value;
  for (const auto& [name, node] : shape.properties) {
    std::vector<SchemaOption> one;
    if (shape.required.count(name) == 0 || !collect(node, one, depth + 1) || one.size() != 1) return false;
    value[name] = one.front().value;
  }
  out.title = ownName(value);
  out.value = std::move(value);
  return true;
}

const json::value* SchemaShapes::target(std::string_view reference) {
  const auto [document, fragment] = splitFragment(reference);
  if (document.empty() && (fragment.empty() || fragment.front() == '/')) return valueAt(m_form, fragment);
  if (!m_indexed) {
    m_indexed = true;
    indexIds(m_form, 0);
  }
  if (const auto found = m_ids.find(reference); found != m_ids.end()) return found->second;
  const auto found = m_ids.find(document);
  return found == m_ids.end() ? nullptr : valueAt(*found->second, fragment);
}

void SchemaShapes::indexIds(const json::value& node, int depth) {
  if (depth > 4 * kMaxDepth) return;
  if (const auto* object = node.if_object()) {
    for (const char* key : {"$id", "id"})
      if (const json::string* id = textAt(*object, key)) m_ids.emplace(std::string(*id), &node);
    for (const auto& pair : *object)
      indexIds(pair.value(), depth + 1);
  } else if (const auto* array = node.if_array()) {
    for (const json::value& item : *array)
      indexIds(item, depth + 1);
  }
}

} // namespace madoguchi::core
