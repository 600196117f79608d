// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/procedures/noticetext.h"
#include "core/procedures/procedure.h"

#include <map>
#include <string>
#include <string_view>

namespace madoguchi::core {

/// A value of a form as people read it: the label of an enumerated value, several choices in a row, days as
/// era dates (ISO 8601 in English), はい/いいえ, numbers with their unit and yen with thousands, Tokyo's
/// municipalities by name. Empty for null, objects and rows of objects.
[[nodiscard]] std::string fieldText(const Field& field, const json::value& value, NoticeLanguage language);

/// The texts that a notice of this outcome asks for by {field:/pointer}, for NoticeData::fields. A field that
/// the form leaves out is an empty text.
[[nodiscard]] std::map<std::string, std::string> noticeFields(const Procedure& procedure,
                                                              std::string_view outcome,
                                                              const json::value& form,
                                                              NoticeLanguage language);

} // namespace madoguchi::core
