// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/stalerows.h"

#include "core/desk/caselistrow.h"

#include <optional>

namespace madoguchi::storage {

namespace {

// Instead of a procedure's number.
constexpr std::int64_t kAll = 0;
constexpr std::int64_t kStopped = -1;
constexpr std::int64_t kKeysLookedThrough = 2'000; ///< at once, for the few that are meant

static_assert(core::bit(core::RowFlag::ClockStopped) == 8, "the index cases_with_stopped_clock says 8");

struct Begun {
  std::int64_t which = 0;
  std::int64_t after = 0;
};

std::optional<Begun> firstOf(Use rows) {
  if (!rows.step()) return std::nullopt;
  return Begun{rows.integer(0), rows.integer(1)};
}

std::vector<std::int64_t> keysOf(Use rows) {
  std::vector<std::int64_t> keys;
  while (rows.step())
    keys.push_back(rows.integer(0));
  return keys;
}

} // namespace

void StaleRows::mark(std::int64_t which) {
  m_database.run("INSERT OR REPLACE INTO stale_rows(which, after) VALUES (?, 0)", which);
}

void StaleRows::markAll() {
  m_database.run("DELETE FROM stale_rows");
  mark(kAll);
}

void StaleRows::markUnder(std::int64_t procedure) {
  mark(procedure);
}

void StaleRows::markStopped() {
  mark(kStopped);
}

StaleRows::Next StaleRows::take(std::size_t limit) {
  const auto begun = firstOf(m_database.use("SELECT which, after FROM stale_rows ORDER BY which LIMIT 1"));
  if (!begun) return {};
  const auto most = static_cast<std::int64_t>(limit);
  const std::int64_t last = m_database.number("SELECT coalesce(max(key), 0) FROM cases");
  Next next;
  std::int64_t upTo = last;
  if (begun->which == kStopped) {
    next.keys = keysOf(m_database.use("SELECT key FROM cases WHERE (flags & 8) <> 0 AND key > ?"
                                      " ORDER BY key LIMIT ?",
                                      begun->after, most));
  } else {
    upTo = begun->after + kKeysLookedThrough;
    next.keys = keysOf(m_database.use("SELECT key FROM cases WHERE key > ? AND key <= ?"
                                      " AND (procedure = ? OR ? = 0) ORDER BY key LIMIT ?",
                                      begun->after, upTo, begun->which, begun->which, most));
  }
  if (next.keys.size() == limit) upTo = next.keys.back();
  if (upTo < last)
    m_database.run("UPDATE stale_rows SET after = ? WHERE which = ?", upTo, begun->which);
  else
    m_database.run("DELETE FROM stale_rows WHERE which = ?", begun->which);
  next.more = m_database.number("SELECT EXISTS (SELECT 1 FROM stale_rows)") != 0;
  return next;
}

} // namespace madoguchi::storage
