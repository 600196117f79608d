// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json.h"

#include <algorithm>
#include <vector>

namespace madoguchi::core {

namespace {

constexpr std::ptrdiff_t kMaxPointerTokens = 64;

/// How many members a valid JSON text has, repeated keys included: its colons outside of strings.
std::size_t membersWritten(std::string_view text) {
  std::size_t members = 0;
  bool inString = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (inString) {
      if (c == '\\')
        ++i;
      else if (c == '"')
        inString = false;
    } else if (c == '"') {
      inString = true;
    } else if (c == ':') {
      ++members;
    }
  }
  return members;
}

std::size_t membersKept(const json::value& value) {
  std::size_t members = 0;
  if (const auto* object = value.if_object()) {
    members = object->size();
    for (const auto& pair : *object)
      members += membersKept(pair.value());
  } else if (const auto* array = value.if_array()) {
    for (const auto& item : *array)
      members += membersKept(item);
  }
  return members;
}

/// Digests and stored rows are made of these texts, so the common string, which needs no escape, is copied.
void writeString(json::string_view text, std::string& out) {
  for (const char c : text) {
    if (static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\' || c == 0x7f) {
      out.append(json::serialize(text));
      return;
    }
  }
  out.push_back('"');
  out.append(text.data(), text.size());
  out.push_back('"');
}

void writeCanonical(const json::value& value, std::string& out) {
  if (const auto* object = value.if_object()) {
    std::vector<const json::key_value_pair*> pairs;
    pairs.reserve(object->size());
    for (const auto& pair : *object)
      pairs.push_back(&pair);
    std::sort(pairs.begin(), pairs.end(),
              [](const auto* left, const auto* right) { return left->key() < right->key(); });
    out.push_back('{');
    bool first = true;
    for (const auto* pair : pairs) {
      if (!first) out.push_back(',');
      first = false;
      writeString(pair->key(), out);
      out.push_back(':');
      writeCanonical(pair->value(), out);
    }
    out.push_back('}');
  } else if (const auto* array = value.if_array()) {
    out.push_back('[');
    bool first = true;
    for (const auto& item : *array) {
      if (!first) out.push_back(',');
      first = false;
      writeCanonical(item, out);
    }
    out.push_back(']');
  } else if (const auto* text = value.if_string()) {
    writeString(*text, out);
  } else {
    out.append(json::serialize(value));
  }
}

/// One unescaped reference token of a pointer ("~1" is "/", "~0" is "~").
std::string unescapeToken(std::string_view token) {
  std::string text;
  text.reserve(token.size());
  for (std::size_t i = 0; i < token.size(); ++i) {
    const bool escape = token[i] == '~' && i + 1 < token.size();
    if (escape && token[i + 1] == '1') {
      text.push_back('/');
      ++i;
    } else if (escape && token[i + 1] == '0') {
      text.push_back('~');
      ++i;
    } else {
      text.push_back(token[i]);
    }
  }
  return text;
}

bool isIndex(std::string_view token, std::size_t& index) {
  if (token.empty() || token.size() > 6 || (token.size() > 1 && token[0] == '0')) return false;
  index = 0;
  for (const char c : token) {
    if (c < '0' || c > '9') return false;
    index = index * 10 + static_cast<std::size_t>(c - '0');
  }
  return true;
}

} // namespace

Result<json::value> parseJson(std::string_view text, std::size_t maxDepth) {
  json::parse_options options;
  options.max_depth = maxDepth;
  boost::system::error_code error;
  json::parser parser({}, options);
  const std::size_t used = parser.write(text.data(), text.size(), error);
  if (error)
    return failure(ErrorCode::Malformed, "JSON: " + error.message() + " at byte " + std::to_string(used));
  json::value value = parser.release();
  // Boost.JSON keeps the last of two equal keys; for us they are an error, because two readers could
  // understand one message in two ways.
  if (membersKept(value) != membersWritten(text))
    return failure(ErrorCode::Malformed, "JSON: a key stands twice");
  return value;
}

std::string canonicalJson(const json::value& value) {
  std::string out;
  out.reserve(1024);
  writeCanonical(value, out);
  return out;
}

const json::value* valueAt(const json::value& document, std::string_view pointer) {
  const json::value* here = &document;
  if (!pointer.empty() && pointer.front() != '/') return nullptr;
  while (!pointer.empty()) {
    pointer.remove_prefix(1);
    const std::size_t end = std::min(pointer.find('/'), pointer.size());
    const std::string token = unescapeToken(pointer.substr(0, end));
    pointer.remove_prefix(end);
    std::size_t index = 0;
    if (const auto* object = here->if_object()) {
      here = object->if_contains(token);
    } else if (const auto* array = here->if_array(); array != nullptr && isIndex(token, index)) {
      here = array->if_contains(index);
    } else {
      here = nullptr;
    }
    if (here == nullptr) return nullptr;
  }
  return here;
}

Result<void> setValueAt(json::value& document, std::string_view pointer, const json::value& value) {
  if (pointer.empty() || pointer.front() != '/')
    return failure(ErrorCode::InvalidArgument, "not a JSON pointer below the root");
  // It would nest the document by as much as it is long.
  if (std::count(pointer.begin(), pointer.end(), '/') > kMaxPointerTokens)
    return failure(ErrorCode::InvalidArgument, "the pointer is too long");
  json::value* here = &document;
  for (;;) {
    pointer.remove_prefix(1);
    const std::size_t end = std::min(pointer.find('/'), pointer.size());
    const std::string token = unescapeToken(pointer.substr(0, end));
    pointer.remove_prefix(end);
    const bool last = pointer.empty();
    std::size_t index = 0;
    if (here->is_null()) here->emplace_object();
    if (auto* object = here->if_object()) {
      if (last && value.is_null()) {
        object->erase(token);
        return {};
      }
      here = &(*object)[token];
    } else if (auto* array = here->if_array()) {
      if (token == "-") {
        array->emplace_back(nullptr);
        here = &array->back();
      } else if (isIndex(token, index) && index < array->size()) {
        if (last && value.is_null()) {
          array->erase(array->begin() + static_cast<std::ptrdiff_t>(index));
          return {};
        }
        here = &(*array)[index];
      } else {
        return failure(ErrorCode::InvalidArgument, "no such array item");
      }
    } else {
      return failure(ErrorCode::InvalidArgument, "the pointer leads through a plain value");
    }
    if (last) {
      *here = value;
      return {};
    }
  }
}

} // namespace madoguchi::core
