// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/procedures/formschema.h"

#include <QString>

namespace madoguchi::models {

/// What is wrong with a field and how it would be right, in the user's language.
[[nodiscard]] QString formErrorText(const core::FormError& error);

/// What a keyword of JSON Schema is about ("maxLength" → "length"), for people; the word itself where nobody
/// would know.
[[nodiscard]] QString schemaWordText(const std::string& keyword);

} // namespace madoguchi::models
