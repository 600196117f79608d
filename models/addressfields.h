// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/formrow.h"

namespace madoguchi::models {

/// Which part of an address a field of a form holds.
enum class AddressPart {
  None,
  PostalCode,
  Prefecture,   ///< 東京都
  Municipality, ///< 新宿区; with its prefecture where that has no field of its own
  Town,         ///< 西新宿
  Whole,        ///< all of it but the postal code
};

/// As the layout says by its widget. Without a layout from the field's name or title: "postalCode",
/// "zip_code", 郵便番号; None for anything that is not one line of text to be written.
[[nodiscard]] AddressPart addressPart(const FormRow& row);
/// The same of a field of a layout that stands at `pointer`, whatever its type.
[[nodiscard]] AddressPart addressPart(const core::Field& field, const std::string& pointer);

/// Whether what stands in a field may tell where somebody lives or how to reach them: a part of an address, a
/// telephone number, an e-mail address. Rather one too many: it is asked for persons under protection.
[[nodiscard]] bool tellsWhereabouts(const core::Field& field);

/// 東京都 and 新宿区 of "東京都新宿区"; the first is empty where no prefecture stands before it.
[[nodiscard]] std::pair<std::string, std::string> prefectureAndRest(const std::string& municipality);

} // namespace madoguchi::models
