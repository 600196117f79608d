// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/desk/caselistrow.h"
#include "core/text/fold.h"

#include <string>
#include <vector>

namespace madoguchi::core {

enum class SearchField { Name, Kana, Number, Address, Form };

/// A case found by text, and why: `text` is the original in which it was found.
struct SearchHit {
  CaseListRow row;
  SearchField field = SearchField::Name;
  std::string text;
  TextMatch match;
};

} // namespace madoguchi::core
