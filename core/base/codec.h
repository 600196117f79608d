// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/ids.h"
#include "core/base/json.h"
#include "core/calendar/date.h"

#include <boost/describe.hpp>
#include <boost/mp11.hpp>

#include <map>
#include <optional>
#include <string>
#include <type_traits>
#include <variant>
#include <vector>

/// JSON for described structs (BOOST_DESCRIBE_STRUCT), enums, ids, days, moments, containers and closed
/// variants. Empty and absent fields, and a bool that has its default, are left out, so equal values have
/// equal canonical text. A struct with a member `json::object unknown` keeps the fields that this version
/// does not know. A variant travels as an object whose "kind" is its alternative's `kKind`. Include it only
/// where something is instantiated.
namespace madoguchi::core::codec {

template <class T>
inline constexpr bool kIsId = false;
template <class Tag>
inline constexpr bool kIsId<Id<Tag>> = true;
template <class T>
inline constexpr bool kIsVector = false;
template <class T>
inline constexpr bool kIsVector<std::vector<T>> = true;
template <class T>
inline constexpr bool kIsOptional = false;
template <class T>
inline constexpr bool kIsOptional<std::optional<T>> = true;
template <class T>
inline constexpr bool kIsMap = false;
template <class K, class V>
inline constexpr bool kIsMap<std::map<K, V>> = true;
template <class T>
inline constexpr bool kIsVariant = false;
template <class... T>
inline constexpr bool kIsVariant<std::variant<T...>> = true;

inline const std::string& keyText(const std::string& key) {
  return key;
}
template <class Tag>
const std::string& keyText(const Id<Tag>& key) {
  return key.value;
}

template <class T>
json::value toValue(const T& item);

template <class T>
void writeFields(const T& item, json::object& out) {
  boost::mp11::mp_for_each<boost::describe::describe_members<T, boost::describe::mod_public>>(
      [&](auto member) {
        const auto& field = item.*member.pointer;
        using Field = std::remove_cvref_t<decltype(field)>;
        if constexpr (kIsOptional<Field>) {
          if (field) out[member.name] = toValue(*field);
        } else if constexpr (std::is_same_v<Field, bool>) {
          if (field != T{}.*member.pointer) out[member.name] = field;
        } else if constexpr (std::is_enum_v<Field> || std::is_integral_v<Field>) {
          out[member.name] = toValue(field);
        } else if constexpr (kIsVector<Field> || kIsMap<Field>) {
          if (!field.empty()) out[member.name] = toValue(field);
        } else if constexpr (kIsVariant<Field>) {
          out[member.name] = toValue(field);
        } else {
          if (!(field == Field{})) out[member.name] = toValue(field);
        }
      });
  if constexpr (requires { item.unknown; }) {
    for (const auto& pair : item.unknown)
      out[pair.key()] = pair.value();
  }
}

template <class T>
json::value toValue(const T& item) {
  if constexpr (std::is_same_v<T, bool> || std::is_arithmetic_v<T> || std::is_same_v<T, json::value>) {
    return json::value(item);
  } else if constexpr (std::is_same_v<T, json::object>) {
    return item;
  } else if constexpr (std::is_same_v<T, std::string>) {
    return json::value(json::string(item));
  } else if constexpr (kIsId<T>) {
    return json::value(json::string(item.value));
  } else if constexpr (std::is_same_v<T, Date> || std::is_same_v<T, Instant>) {
    return json::value(json::string(toText(item)));
  } else if constexpr (std::is_enum_v<T>) {
    return json::value(boost::describe::enum_to_string(item, "?"));
  } else if constexpr (kIsVector<T>) {
    json::array array;
    array.reserve(item.size());
    for (const auto& element : item)
      array.push_back(toValue(element));
    return array;
  } else if constexpr (kIsMap<T>) {
    json::object object;
    for (const auto& [key, element] : item)
      object[keyText(key)] = toValue(element);
    return object;
  } else if constexpr (kIsVariant<T>) {
    return std::visit(
        [](const auto& alternative) {
          json::object object;
          using Alternative = std::remove_cvref_t<decltype(alternative)>;
          object["kind"] = json::string_view(Alternative::kKind.data(), Alternative::kKind.size());
          writeFields(alternative, object);
          return json::value(std::move(object));
        },
        item);
  } else {
    json::object object;
    writeFields(item, object);
    return object;
  }
}

/// Where reading stands; the first failure is kept and the rest is passed over.
struct Reader {
  std::string path;
  std::optional<Error> error;

  void fail(ErrorCode code, std::string_view what) {
    if (!error) error = Error{code, std::string(what) + " at " + (path.empty() ? "/" : path)};
  }
};

template <class T>
void fromValue(const json::value& value, T& out, Reader& reader);

template <class T>
void readFields(const json::object& object, T& out, Reader& reader) {
  std::size_t known = 0;
  boost::mp11::mp_for_each<boost::describe::describe_members<T, boost::describe::mod_public>>(
      [&](auto member) {
        const json::value* value = object.if_contains(member.name);
        if (value == nullptr) return;
        ++known;
        const std::size_t length = reader.path.size();
        reader.path.append("/").append(member.name);
        fromValue(*value, out.*member.pointer, reader);
        reader.path.resize(length);
      });
  if constexpr (requires { out.unknown; }) {
    if (known == object.size()) return;
    for (const auto& pair : object) {
      bool isKnown = pair.key() == "kind";
      boost::mp11::mp_for_each<boost::describe::describe_members<T, boost::describe::mod_public>>(
          [&](auto member) { isKnown = isKnown || pair.key() == member.name; });
      if (!isKnown) out.unknown[pair.key()] = pair.value();
    }
  }
}

template <class Variant>
void readVariant(const json::value& value, Variant& out, Reader& reader) {
  const auto* object = value.if_object();
  const auto* kind = object == nullptr ? nullptr : object->if_contains("kind");
  if (kind == nullptr || !kind->is_string())
    return reader.fail(ErrorCode::Malformed, "an object with a kind is due");
  const std::string_view name(kind->get_string().data(), kind->get_string().size());
  bool found = false;
  boost::mp11::mp_for_each<boost::mp11::mp_transform<boost::mp11::mp_identity, Variant>>([&](auto identity) {
    using Alternative = typename decltype(identity)::type;
    if (found || Alternative::kKind != name) return;
    found = true;
    Alternative alternative;
    readFields(*object, alternative, reader);
    out = std::move(alternative);
  });
  if (!found) reader.fail(ErrorCode::UnknownKind, "unknown kind");
}

template <class T, class Parsed>
void take(Result<Parsed> parsed, T& out, Reader& reader) {
  if (parsed)
    out = *parsed;
  else
    reader.fail(ErrorCode::Malformed, parsed.error().detail);
}

template <class T>
void fromString(std::string_view text, T& out, Reader& reader) {
  if constexpr (std::is_same_v<T, std::string>) {
    out = std::string(text);
  } else if constexpr (kIsId<T>) {
    if (text.size() > 128) return reader.fail(ErrorCode::Malformed, "an id is too long");
    out = T(std::string(text));
  } else if constexpr (std::is_same_v<T, Date>) {
    take(parseDate(text), out, reader);
  } else if constexpr (std::is_same_v<T, Instant>) {
    take(parseInstant(text), out, reader);
  } else {
    if (!boost::describe::enum_from_string(std::string(text).c_str(), out))
      reader.fail(ErrorCode::UnknownKind, "unknown name");
  }
}

template <class T>
void fromValue(const json::value& value, T& out, Reader& reader) {
  if (reader.error) return;
  if constexpr (std::is_same_v<T, json::value>) {
    out = value;
  } else if constexpr (std::is_same_v<T, json::object>) {
    if (!value.is_object()) return reader.fail(ErrorCode::Malformed, "an object is due");
    out = value.get_object();
  } else if constexpr (std::is_same_v<T, bool>) {
    if (!value.is_bool()) return reader.fail(ErrorCode::Malformed, "true or false is due");
    out = value.get_bool();
  } else if constexpr (std::is_integral_v<T>) {
    boost::system::error_code error;
    out = value.to_number<T>(error);
    if (error || value.is_double()) reader.fail(ErrorCode::Malformed, "a whole number is due");
  } else if constexpr (kIsOptional<T>) {
    if (value.is_null()) return out.reset();
    fromValue(value, out.emplace(), reader);
  } else if constexpr (kIsVector<T>) {
    if (!value.is_array()) return reader.fail(ErrorCode::Malformed, "a list is due");
    for (const auto& element : value.get_array())
      fromValue(element, out.emplace_back(), reader);
  } else if constexpr (kIsMap<T>) {
    if (!value.is_object()) return reader.fail(ErrorCode::Malformed, "an object is due");
    for (const auto& pair : value.get_object()) {
      const std::size_t length = reader.path.size();
      reader.path.append("/").append(pair.key());
      fromValue(pair.value(), out[typename T::key_type(std::string(pair.key()))], reader);
      reader.path.resize(length);
    }
  } else if constexpr (kIsVariant<T>) {
    readVariant(value, out, reader);
  } else if constexpr (boost::describe::has_describe_members<T>::value) {
    if (!value.is_object()) return reader.fail(ErrorCode::Malformed, "an object is due");
    readFields(value.get_object(), out, reader);
  } else {
    if (!value.is_string()) return reader.fail(ErrorCode::Malformed, "a text is due");
    fromString(std::string_view(value.get_string().data(), value.get_string().size()), out, reader);
  }
}

template <class T>
[[nodiscard]] Result<T> read(const json::value& value) {
  T item{};
  Reader reader;
  fromValue(value, item, reader);
  if (reader.error) return tl::unexpected(*reader.error);
  return item;
}

} // namespace madoguchi::core::codec
