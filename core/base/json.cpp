// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json.h"

#include <boost/json/basic_parser_impl.hpp>

#include <algorithm>
#include <unordered_set>
#include <vector>

namespace madoguchi::core {

namespace {

/// Boost.JSON keeps the last of two equal keys; for us they are an error, because two readers could
/// understand one message in two ways. A handler for the parser that watches the keys of each open object.
struct DuplicateFinder {
  static constexpr std::size_t max_object_size = 1'000'000;
  static constexpr std::size_t max_array_size = 10'000'000;
  static constexpr std::size_t max_key_size = 65'536;
  static constexpr std::size_t max_string_size = 64UL * 1024 * 1024;

  std::vector<std::unordered_set<std::string>> open;
  std::string key;

  using Code = boost::system::error_code;
  bool on_document_begin(Code&) { return true; }
  bool on_document_end(Code&) { return true; }
  bool on_object_begin(Code&) {
    open.emplace_back();
    return true;
  }
  bool on_object_end(std::size_t, Code&) {
    open.pop_back();
    return true;
  }
  bool on_array_begin(Code&) { return true; }
  bool on_array_end(std::size_t, Code&) { return true; }
  bool on_key_part(json::string_view part, std::size_t, Code&) {
    key.append(part.data(), part.size());
    return true;
  }
  bool on_key(json::string_view part, std::size_t, Code& error) {
    key.append(part.data(), part.size());
    const bool fresh = open.back().insert(std::move(key)).second;
    key.clear();
    if (!fresh) error = json::make_error_code(json::error::syntax);
    return fresh;
  }
  bool on_string_part(json::string_view, std::size_t, Code&) { return true; }
  bool on_string(json::string_view, std::size_t, Code&) { return true; }
  bool on_number_part(json::string_view, Code&) { return true; }
  bool on_int64(std::int64_t, json::string_view, Code&) { return true; }
  bool on_uint64(std::uint64_t, json::string_view, Code&) { return true; }
  bool on_double(double, json::string_view, Code&) { return true; }
  bool on_bool(bool, Code&) { return true; }
  bool on_null(Code&) { return true; }
  bool on_comment_part(json::string_view, Code&) { return true; }
  bool on_comment(json::string_view, Code&) { return true; }
};

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
      out.append(json::serialize(json::string_view(pair->key())));
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
  json::basic_parser<DuplicateFinder> finder(options);
  const std::size_t used = finder.write_some(false, text.data(), text.size(), error);
  if (!error && used != text.size()) error = json::make_error_code(json::error::extra_data);
  if (error)
    return failure(ErrorCode::Malformed, "JSON: " + error.message() + " at byte " + std::to_string(used));
  json::value value = json::parse(json::string_view(text.data(), text.size()), error, {}, options);
  if (error) return failure(ErrorCode::Malformed, "JSON: " + error.message());
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
