// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/casestate.h"
#include "core/desk/searchhit.h"

#include <array>
#include <string>
#include <vector>

namespace madoguchi::storage {

inline constexpr std::size_t kSearchFields = 5;

/// The texts of a case by which it can be found, per core::SearchField, as they are written. Of a protected
/// person only the names and the number: neither address nor form may betray where they are.
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
