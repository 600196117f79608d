// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/procedures/formfields.h"

#include "core/procedures/formschema.h"

#include <algorithm>

namespace madoguchi::core {

namespace {

constexpr int kMaxLevels = 8;

class FieldLister {
public:
  explicit FieldLister(const json::value& form) : m_form(form) {}

  Result<std::vector<FormField>> run() {
    if (m_form.is_object()) listProperties(m_form.get_object(), "", "", 0);
    if (!m_problem.empty()) return failure(ErrorCode::InvalidArgument, m_problem);
    return std::move(m_fields);
  }

private:
  void listProperties(const json::object& schema, const std::string& pointer, const std::string& place,
                      int level) {
    const json::value* properties = schema.if_contains("properties");
    if (properties == nullptr || !properties->is_object()) return;
    const json::value* required = schema.if_contains("required");
    for (const auto& pair : properties->get_object()) {
      const bool demanded = required != nullptr && required->is_array() &&
                            std::find(required->get_array().begin(), required->get_array().end(),
                                      json::value(pair.key())) != required->get_array().end();
      list(pair.value(), appendedPointer(pointer, pair.key()),
           appendedPointer(place + "/properties", pair.key()), demanded, level + 1);
    }
  }

  void list(const json::value& node, const std::string& pointer, const std::string& place, bool required,
            int level) {
    if (!m_problem.empty()) return;
    const json::object* schema = followRef(m_form, node);
    if (schema == nullptr || level > kMaxLevels) {
      m_problem = place + (schema == nullptr ? ": no schema here" : ": nested too deeply for a form");
      return;
    }
    // What contains itself is one field here: how deep it goes, the filled form says.
    if (std::find(m_around.begin(), m_around.end(), schema) != m_around.end()) {
      m_fields.push_back({pointer, schema, required});
      return;
    }
    m_around.push_back(schema);
    listInside(*schema, pointer, place, required, level);
    m_around.pop_back();
  }

  void listInside(const json::object& schema, const std::string& pointer, const std::string& place,
                  bool required, int level) {
    if (schema.contains("properties")) return listProperties(schema, pointer, place, level);
    m_fields.push_back({pointer, &schema, required});
    const json::value* items = schema.if_contains("items");
    const json::object* item = items == nullptr ? nullptr : followRef(m_form, *items);
    const bool recursive = std::find(m_around.begin(), m_around.end(), item) != m_around.end();
    if (item == nullptr || recursive || !item->contains("properties")) return;
    m_around.push_back(item);
    listProperties(*item, pointer + "/*", place + "/items", level + 1);
    m_around.pop_back();
  }

  const json::value& m_form;
  std::vector<FormField> m_fields;
  std::vector<const json::object*> m_around;
  std::string m_problem;
};

} // namespace

const json::object* followRef(const json::value& form, const json::value& node) {
  const json::value* here = &node;
  for (int i = 0; i < kMaxLevels && here != nullptr; ++i) {
    const json::object* object = here->if_object();
    const json::value* reference = object == nullptr ? nullptr : object->if_contains("$ref");
    if (reference == nullptr) return object;
    const json::string* text = reference->if_string();
    if (text == nullptr || text->empty() || text->front() != '#') return nullptr;
    here = valueAt(form, std::string_view(*text).substr(1));
  }
  return nullptr;
}

Result<std::vector<FormField>> formFields(const json::value& form) {
  return FieldLister(form).run();
}

} // namespace madoguchi::core
