// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/procedures/formchanges.h"

#include "core/procedures/formfields.h"
#include "core/procedures/formplaces.h"

#include <algorithm>
#include <map>
#include <set>

namespace madoguchi::core {

namespace {

using Fields = std::map<std::string, FormField>;

/// Words that say nothing of a field's values: what is inside has changes of its own.
bool isStructure(std::string_view word) {
  return word == "properties" || word == "required" || word == "definitions" || word == "items" ||
         word == "$id" || word == "$comment" || word == "examples";
}

json::value itemChoices(const json::object& schema) {
  const json::value* items = schema.if_contains("items");
  const auto* object = items == nullptr ? nullptr : items->if_object();
  const json::value* values = object == nullptr ? nullptr : object->if_contains("enum");
  return values == nullptr ? json::value() : *values;
}

std::vector<std::string> differences(const FormField& before, const FormField& after) {
  std::set<std::string> words;
  if (before.required != after.required) words.insert("required");
  if (itemChoices(*before.schema) != itemChoices(*after.schema)) words.insert("items");
  for (const auto* schema : {before.schema, after.schema})
    for (const auto& pair : *schema) {
      if (isStructure(pair.key())) continue;
      const json::value* old = before.schema->if_contains(pair.key());
      const json::value* now = after.schema->if_contains(pair.key());
      if (old == nullptr || now == nullptr || *old != *now) words.insert(std::string(pair.key()));
    }
  return {words.begin(), words.end()};
}

std::vector<FormField> fieldsOf(const Procedure& procedure) {
  return formFields(procedure.form).value_or(std::vector<FormField>());
}

bool sameTitle(const Procedure& from, const Procedure& to, const std::string& pointer) {
  const Field* before = field(from, pointer);
  const Field* after = field(to, pointer);
  return before == nullptr || after == nullptr || before->title == after->title;
}

std::vector<FormChange> changes(const Procedure& from, const Procedure& to) {
  const std::vector<FormField> before = fieldsOf(from);
  const std::vector<FormField> after = fieldsOf(to);
  Fields known;
  for (const FormField& item : before)
    known.emplace(item.pointer, item);
  std::vector<FormChange> out;
  for (const FormField& item : after) {
    const auto old = known.find(item.pointer);
    if (old == known.end()) {
      out.push_back({FormChange::Kind::Added, item.pointer, {}});
      continue;
    }
    std::vector<std::string> words = differences(old->second, item);
    if (!sameTitle(from, to, item.pointer)) words.emplace_back("title");
    if (!words.empty()) out.push_back({FormChange::Kind::Changed, item.pointer, std::move(words)});
    known.erase(old);
  }
  for (const FormField& item : before)
    if (known.count(item.pointer) > 0) out.push_back({FormChange::Kind::Removed, item.pointer, {}});
  return out;
}

bool sameCriterion(const Criterion& one, const Criterion& other) {
  const auto sameFinding = [](const Finding& a, const Finding& b) {
    return a.id == b.id && a.title == b.title && a.effect == b.effect;
  };
  return one.title == other.title && one.help == other.help && one.article == other.article &&
         one.formal == other.formal &&
         std::equal(one.findings.begin(), one.findings.end(), other.findings.begin(), other.findings.end(),
                    sameFinding);
}

/// Walks the filled form along the new one's places.
class Homeless {
public:
  explicit Homeless(const json::value& form) : m_places(form) {}

  std::vector<std::string> run(const json::value& values) {
    visit(m_places.root(), values, {});
    return std::move(m_out);
  }

private:
  void visit(const SchemaNode& node, const json::value& value, const std::string& pointer) {
    const FormPlace here = m_places.place(node, &value, {});
    const SchemaShape& shape = *here.shape;
    if (const auto* object = value.if_object()) {
      if (shape.properties.empty()) return; // one answer, or free
      for (const auto& pair : *object) {
        const std::string inner = appendedPointer(pointer, pair.key());
        const SchemaNode* property = shape.property(pair.key());
        if (property != nullptr)
          visit(*property, pair.value(), inner);
        else if (shape.patternProperties.empty() && shape.otherProperties.empty())
          m_out.push_back(inner);
      }
    } else if (const auto* array = value.if_array(); array != nullptr && !shape.items.empty()) {
      for (std::size_t i = 0; i < array->size(); ++i)
        visit(shape.items, (*array)[i], appendedPointer(pointer, std::to_string(i)));
    }
  }

  FormPlaces m_places;
  std::vector<std::string> m_out;
};

} // namespace

std::vector<CriterionChange> criterionChanges(const Procedure& from, const Procedure& to) {
  std::vector<CriterionChange> out;
  for (const Criterion& now : to.criteria) {
    const Criterion* before = criterion(from, now.id);
    if (before == nullptr)
      out.push_back({FormChange::Kind::Added, now.id});
    else if (!sameCriterion(*before, now))
      out.push_back({FormChange::Kind::Changed, now.id});
  }
  for (const Criterion& before : from.criteria)
    if (criterion(to, before.id) == nullptr) out.push_back({FormChange::Kind::Removed, before.id});
  return out;
}

std::vector<std::string> homelessPlaces(const Procedure& to, const json::value& form) {
  return Homeless(to.form).run(form);
}

FormMigration formMigration(const Procedure& from, const FormSchema& fromSchema, const Procedure& to,
                            const FormSchema& toSchema, const json::value& form) {
  FormMigration out;
  out.changes = changes(from, to);
  out.homeless = homelessPlaces(to, form);
  const std::vector<FormError> today = fromSchema.validate(form);
  for (FormError& error : toSchema.validate(form)) {
    const bool known = std::find(today.begin(), today.end(), error) != today.end();
    const bool told =
        std::find(out.homeless.begin(), out.homeless.end(), error.pointer) != out.homeless.end();
    if (!known && !told) out.newlyBroken.push_back(std::move(error));
  }
  return out;
}

} // namespace madoguchi::core
