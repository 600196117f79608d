// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <boost/json.hpp>

#include <string>
#include <string_view>

namespace madoguchi::core {

namespace json = boost::json;

/// Parses strict JSON (RFC 8259): UTF-8, no comments, no trailing commas, no duplicate keys, at most
/// `maxDepth` levels. Errors: Malformed with the byte offset.
[[nodiscard]] Result<json::value> parseJson(std::string_view text, std::size_t maxDepth = 64);

/// Canonical text: keys in byte order, no white space, numbers as Boost.JSON prints them. Equal values
/// give equal text on client and server; digests are made of it.
[[nodiscard]] std::string canonicalJson(const json::value& value);

/// The value at a JSON pointer (RFC 6901), or null where there is none.
[[nodiscard]] const json::value* valueAt(const json::value& document, std::string_view pointer);

/// Sets the value at a pointer, making objects on the way; `value` null removes the key. Array items can be
/// replaced, or appended with "-". Errors: InvalidArgument.
[[nodiscard]] Result<void> setValueAt(json::value& document, std::string_view pointer,
                                      const json::value& value);

} // namespace madoguchi::core
