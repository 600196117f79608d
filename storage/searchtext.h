// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/casestate.h"
#include "core/desk/searchhit.h"

#include <array>
#include <string>
#include <vector>

namespace madoguchi::storage {

/// The columns of the index: name (also of organisations), kana, number, address, form (also notes).
inline constexpr std::size_t kSearchFields = 5;

/// A text by which a case can be found, as it is written.
struct SearchPlace {
  core::SearchField field = core::SearchField::Name;
  std::string text;
};
/// In the order of the fields. Of a protected person only the names and the number: neither address nor form
/// nor note may betray where they are.
[[nodiscard]] std::vector<SearchPlace> searchPlaces(const core::CaseState& state);

/// The same texts by column of the index.
using SearchTexts = std::array<std::vector<std::string>, kSearchFields>;
[[nodiscard]] SearchTexts searchTexts(const core::CaseState& state);

/// What the index stores for some texts: their folded bigrams, separated by spaces.
[[nodiscard]] std::string indexedForm(const std::vector<std::string>& texts);
using SearchForms = std::array<std::string, kSearchFields>;
[[nodiscard]] SearchForms searchForms(const SearchTexts& texts);

/// The query of what a user typed: every word must be found; nothing where nothing can be asked for.
[[nodiscard]] std::string matchExpression(const std::string& typed);

/// What a user typed, cut at white space (also the ideographic one).
[[nodiscard]] std::vector<std::string> wordsOf(const std::string& typed);

} // namespace madoguchi::storage
