// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/desk/caselistrow.h"
#include "core/text/fold.h"

#include <string>
#include <vector>

namespace madoguchi::core {

/// Where a case was found, the best first.
enum class SearchField {
  Name,
  Organisation,
  Kana,
  Number,
  Address,
  Form,
  Note,
  Received, ///< the typed text is a day: the case arrived on it
  Due,      ///< … or is due on it
};

/// A case found by text, and why: `text` is the original in which it was found; empty for a day.
struct SearchHit {
  CaseListRow row;
  SearchField field = SearchField::Name;
  std::string text;
  TextMatch match;
};

} // namespace madoguchi::core
