// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/bulkindexes.h"
#include "storage/cache.h"
#include "storage/migrations.h"
#include "storage/readymade.h"

namespace madoguchi::storage {

core::Result<bool> Cache::rebuildNextIndex() {
  return look([&] { return !isLoading() && storage::rebuildNextIndex(*m_database); });
}

core::Result<bool> Cache::tidySearch() {
  constexpr int kSlice = 128; // pages: some 20 ms
  return look([&] { return !isLoading() && mergeSearchIndex(*m_database, kSlice); });
}

core::Result<core::ChangeSet> Cache::finishSnapshots() {
  return look([&] {
    core::ChangeSet changes;
    if (isLoading()) return changes;
    changes.everything = indexesDropped(*m_database);
    rebuildIndexes(*m_database);
    return changes;
  });
}

core::Result<int> Cache::readyMadeSchema() {
  return look([&] { return canAdopt(*m_database) ? newestSchema() : 0; });
}

core::Result<bool> Cache::adopt(const std::filesystem::path& file, core::Instant now, const Enough& enough) {
  return look([&] {
    if (!canAdopt(*m_database)) fail(core::ErrorCode::WrongState, "cases of the server are here already");
    valueOrFail(mergeForAdoption({file, m_file.key, m_file.vfs}, m_file, core::dayInJapan(now))).reset();
    if (enough() || !emptyLog(*m_database)) return false;
    m_stale = m_away = true;
    m_database->close();
    const auto replaced = guarded([&] { replaceFile(m_file, file); });
    reloadIfStale(); // also where it was not
    valueOrFail(replaced);
    return true;
  });
}

} // namespace madoguchi::storage
