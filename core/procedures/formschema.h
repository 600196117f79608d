// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace madoguchi::core {

/// One thing wrong with a filled form.
struct FormError {
  std::string pointer; ///< of the value; for "required" and "additionalProperties" of the property itself
  std::string keyword; ///< of JSON Schema: "required", "type", "pattern", "maxLength", "format", …;
                       ///< "false" where nothing is allowed, "depth" where the form is nested too deeply
  json::object params; ///< {"limit": 40} of lengths, counts and bounds, {"types": ["string"]},
                       ///< {"pattern": …}, {"format": …}, {"property": …}; else empty
  bool operator==(const FormError&) const = default;
};

/// A compiled JSON Schema, draft-07 (or -04, where `$schema` says so). Immutable; copies share it, and
/// validation is safe from several threads. Formats "date", "date-time" and "email" are checked, others
/// are annotations. Patterns run in ICU, see pattern.h. The validator behind it (valijson) stays in one file.
class FormSchema {
public:
  /// `documents` are what references may name besides the schema itself, by URI; nothing is fetched.
  /// Errors: InvalidArgument or TooLarge, with the place and the reason.
  [[nodiscard]] static Result<FormSchema> compile(const json::value& schema,
                                                  const std::map<std::string, json::value>& documents = {});

  /// What is wrong with the value; empty if nothing is.
  [[nodiscard]] std::vector<FormError> validate(const json::value& value) const;
  [[nodiscard]] bool isValid(const json::value& value) const;

private:
  struct Compiled;
  explicit FormSchema(std::shared_ptr<const Compiled> compiled) : m_compiled(std::move(compiled)) {}
  std::shared_ptr<const Compiled> m_compiled;
};

/// `token` as the last part of a JSON pointer (RFC 6901).
[[nodiscard]] std::string appendedPointer(std::string_view pointer, std::string_view token);

} // namespace madoguchi::core
