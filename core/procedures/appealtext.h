// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calendar/date.h"
#include "core/procedures/procedure.h"

#include <string_view>
#include <vector>

namespace madoguchi::core {

/// One wording of 教示 (行政不服審査法82条, 行政事件訴訟法46条) and the days of acts for which it is right.
struct AppealText {
  AppealVariant variant = AppealVariant::BothOpen;
  Date validFrom{};
  std::optional<Date> validTo; ///< inclusive
  std::string article;
  std::vector<LocalText> paragraphs; ///< with {review_body} {defendant} {representative}
};

using AppealTexts = std::vector<AppealText>;

/// Reads resources/notices/appeal.json. Errors: FileBroken with "appeal.json#pointer: reason", also where two
/// wordings of a variant overlap or one of the five variants is missing.
[[nodiscard]] Result<AppealTexts> readAppealTexts(std::string_view text);

/// The wording for an act of `day` with the procedure's authorities filled in. The text is locked: nobody
/// edits it. Errors: DateOutOfBounds where no wording is known for that day.
[[nodiscard]] Result<std::vector<LocalText>> appealParagraphs(const AppealTexts& texts, AppealVariant variant,
                                                              Date day, const Notices& notices);

} // namespace madoguchi::core
