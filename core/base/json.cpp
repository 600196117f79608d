// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json.h"

#include <boost/json/basic_parser_impl.hpp>

#include <algorithm>
#include <charconv>
#include <cmath>
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

/// json::parser with exact fractions: Boost.JSON prints them exactly but reads those of more than 15 digits
/// only nearly, so that a value would change each time it is stored. Numbers beyond all doubles are refused.
class ExactHandler {
public:
  static constexpr std::size_t max_object_size = json::object::max_size();
  static constexpr std::size_t max_array_size = json::array::max_size();
  static constexpr std::size_t max_key_size = json::string::max_size();
  static constexpr std::size_t max_string_size = json::string::max_size();
  using Code = boost::system::error_code;

  json::value_stack stack;

  bool on_document_begin(Code&) { return true; }
  bool on_document_end(Code&) { return true; }
  bool on_object_begin(Code&) { return true; }
  bool on_object_end(std::size_t size, Code&) { return stack.push_object(size), true; }
  bool on_array_begin(Code&) { return true; }
  bool on_array_end(std::size_t size, Code&) { return stack.push_array(size), true; }
  bool on_key_part(json::string_view part, std::size_t, Code&) { return stack.push_chars(part), true; }
  bool on_key(json::string_view part, std::size_t, Code&) { return stack.push_key(part), true; }
  bool on_string_part(json::string_view part, std::size_t, Code&) { return stack.push_chars(part), true; }
  bool on_string(json::string_view part, std::size_t, Code&) { return stack.push_string(part), true; }
  bool on_number_part(json::string_view, Code&) { return true; }
  bool on_int64(std::int64_t number, json::string_view, Code&) { return stack.push_int64(number), true; }
  bool on_uint64(std::uint64_t number, json::string_view, Code&) { return stack.push_uint64(number), true; }
  bool on_double(double nearly, json::string_view text, Code& error) {
    double number = 0; // stays so where the text is smaller than all doubles
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    if (read.ec == std::errc::result_out_of_range && std::abs(nearly) > 1) {
      error = json::error::exponent_overflow;
      return false;
    }
    stack.push_double(number);
    return true;
  }
  bool on_bool(bool value, Code&) { return stack.push_bool(value), true; }
  bool on_null(Code&) { return stack.push_null(), true; }
  bool on_comment_part(json::string_view, Code&) { return true; }
  bool on_comment(json::string_view, Code&) { return true; }
};

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
  json::basic_parser<ExactHandler> parser(options);
  parser.handler().stack.reset();
  const std::size_t used = parser.write_some(false, text.data(), text.size(), error);
  if (!error && used < text.size()) error = json::error::extra_data;
  if (error)
    return failure(ErrorCode::Malformed, "JSON: " + error.message() + " at byte " + std::to_string(used));
  json::value value = parser.handler().stack.release();
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
