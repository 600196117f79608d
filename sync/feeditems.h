// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sync/feed.h"

#include <vector>

/// What the lanes ask about what has come.
namespace madoguchi::sync {

[[nodiscard]] int rowsIn(const std::vector<core::FeedItem>& items);
/// Empty where it is of none.
[[nodiscard]] core::ScopeName scopeOf(const core::FeedItem& item);

/// Whether a number comes that the cursor has passed. They are given once, so none ever comes again, unless
/// an older state of the database was put in its place, by hand, by a machine's snapshot or by a fail-over;
/// that has the epoch which it had.
[[nodiscard]] bool wentBack(const std::vector<core::FeedItem>& items, const core::Cursor& cursor);

} // namespace madoguchi::sync
