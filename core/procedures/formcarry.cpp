// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/procedures/formcarry.h"

#include "core/procedures/formchanges.h"

namespace madoguchi::core {

namespace {

const json::value kNothing;

std::string above(const std::string& pointer) {
  return pointer.substr(0, pointer.rfind('/'));
}

const json::object* objectAt(const json::value& document, const std::string& pointer) {
  const json::value* value = valueAt(document, pointer);
  return value == nullptr ? nullptr : value->if_object();
}

/// Takes a value out, with the parts around it that are empty then.
void drop(json::value& document, std::string pointer) {
  // An entry taken out of a list would move those behind it: the list goes as a whole.
  while (!pointer.empty() && objectAt(document, above(pointer)) == nullptr)
    pointer = above(pointer);
  for (std::string part = above(pointer); !part.empty(); part = above(part)) {
    const json::object* around = objectAt(document, part);
    if (around->size() != 1 || objectAt(document, above(part)) == nullptr) break;
    pointer = part;
  }
  if (!pointer.empty()) static_cast<void>(setValueAt(document, pointer, nullptr));
}

const json::value& at(const json::value& part, std::string_view key) {
  const auto* object = part.if_object();
  const json::value* found = object == nullptr ? nullptr : object->if_contains(key);
  return found == nullptr ? kNothing : *found;
}

bool isEmpty(const json::value& value) {
  return value.is_null() || (value.is_object() && value.get_object().empty());
}

} // namespace

json::value fittingValues(const Procedure& to, const FormSchema* schema, const json::value& values) {
  json::value out = values.is_object() ? values : json::value(json::object());
  for (const std::string& pointer : homelessPlaces(to, out))
    drop(out, pointer);
  if (schema == nullptr) return out;
  for (const FormError& error : schema->validate(out))
    if (error.keyword == "type" || error.keyword == "enum" || error.keyword == "const")
      drop(out, error.pointer);
  return out;
}

json::value withChanges(const json::value& all, const json::value& given, const json::value& now) {
  if (now == given) return all;
  const bool parts = now.is_object() || (now.is_null() && given.is_object());
  if (!all.is_object() || !parts) return now;
  json::object out = all.get_object();
  const auto put = [&](const json::string_view key) {
    json::value inner = withChanges(at(all, key), at(given, key), at(now, key));
    if (isEmpty(inner) && isEmpty(at(now, key)) && !at(now, key).is_object())
      out.erase(key);
    else
      out[key] = std::move(inner);
  };
  for (const json::value* side : {&given, &now})
    if (const auto* object = side->if_object())
      for (const auto& pair : *object)
        put(pair.key());
  return out;
}

} // namespace madoguchi::core
