// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/feeditems.h"

#include <algorithm>

namespace madoguchi::sync {

namespace {

/// The greatest number that the cursor can have where the item is news; none for what has no number.
std::int64_t cursorBefore(const core::FeedItem& item) {
  constexpr std::int64_t kAny = INT64_MAX;
  return std::visit(
      [](const auto& alternative) -> std::int64_t {
        if constexpr (std::is_same_v<std::decay_t<decltype(alternative)>, core::Checkpoint>)
          return alternative.seq; // where nothing has changed, it comes again
        else if constexpr (requires { alternative.seq; })
          return alternative.seq - 1;
        else
          return kAny;
      },
      item);
}

} // namespace

int rowsIn(const std::vector<core::FeedItem>& items) {
  return static_cast<int>(std::count_if(items.begin(), items.end(), [](const core::FeedItem& item) {
    return std::holds_alternative<core::CaseRow>(item) || std::holds_alternative<core::GoneRow>(item) ||
           std::holds_alternative<core::ReferenceRow>(item);
  }));
}

core::ScopeName scopeOf(const core::FeedItem& item) {
  return std::visit(
      [](const auto& alternative) -> core::ScopeName {
        if constexpr (requires { alternative.scope; })
          return alternative.scope;
        else
          return {};
      },
      item);
}

bool wentBack(const std::vector<core::FeedItem>& items, const core::Cursor& cursor) {
  return std::any_of(items.begin(), items.end(), [&cursor](const core::FeedItem& item) {
    const auto known = cursor.scopes.find(scopeOf(item));
    return known != cursor.scopes.end() && known->second > 0 && known->second > cursorBefore(item);
  });
}

} // namespace madoguchi::sync
