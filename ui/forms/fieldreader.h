// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/formmodel.h"

#include <QString>

#include <tl/expected.hpp>

namespace madoguchi::ui {

/// Why what stands in an editor is no value, and what would be (empty where nobody knows).
struct FieldProblem {
  QString text;
  QString better;
};

/// Null where the field is empty.
using FieldValue = tl::expected<core::json::value, FieldProblem>;

/// What a person typed into a field of the row's type, as the value that the form keeps. Digits and signs of
/// either width; only a text is kept letter by letter.
[[nodiscard]] FieldValue readField(const models::FormRow& row, const QString& text);

/// Whether two values say the same: 6 and 6.0 do.
[[nodiscard]] bool sameValue(const core::json::value& a, const core::json::value& b);

/// The value as it stands in an editor: read again it is the same value.
[[nodiscard]] QString fieldText(const models::FormRow& row, const core::json::value& value);

} // namespace madoguchi::ui
