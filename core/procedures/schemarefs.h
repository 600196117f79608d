// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"

#include <map>
#include <set>
#include <string>

namespace madoguchi::core {

/// Makes a JSON Schema (draft-04 to -07) self-contained: every `$ref` becomes "#" or "#/definitions/<n>",
/// whether it named a pointer, a plain-name anchor, a relative URI under some `$id`, or one of `documents`
/// (by URI without fragment). Nothing is ever fetched. Numbers like 2.0 become integers. So the validator
/// behind FormSchema meets no id, no base URI, and no escape in a pointer; inner schemas are definitions too.
/// Errors: InvalidArgument for a reference that leads nowhere or in a circle, TooLarge for one too deep.
[[nodiscard]] Result<json::value> withLocalRefs(const json::value& schema,
                                                const std::map<std::string, json::value>& documents = {});

/// Every regular expression in the answer of withLocalRefs.
[[nodiscard]] std::set<std::string> patternsOf(const json::value& localSchema);

/// 2.0 → 2, at every depth: JSON has one kind of number.
[[nodiscard]] json::value withWholeNumbers(const json::value& value);

} // namespace madoguchi::core
