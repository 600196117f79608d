// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sync/feed.h"
#include "storage/blobstore.h"
#include "storage/bulkwriter.h"
#include "storage/cachefile.h"
#include "storage/commandrunner.h"
#include "storage/feedapplier.h"
#include "storage/keptdocuments.h"
#include "storage/profilelock.h"
#include "storage/sums.h"
#include "storage/workbench.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace madoguchi::storage {

/// A profile's folder: cache.db, blobs/, sealed/ and profile.lock.
struct Profile {
  std::filesystem::path folder;
  CacheKey key{};
  std::string vfs{}; ///< see CacheFile
};

[[nodiscard]] CacheFile cacheFileOf(const Profile& profile);

/// Whether an answer that removes too much is held (T8), or the user has agreed to it.
enum class Removals { Hold, Allow };

/// The client's encrypted cache, as its one writer sees it: for the store thread. It makes no threads, reads
/// no clock and makes no ids. Each call that changes something is one transaction; where it fails, nothing
/// has happened. What a user does is on the disk before the call returns.
///
/// Errors of all calls: StorageFull, StorageFailed, StorageCorrupt.
class Cache {
public:
  /// Takes the profile's lock, and makes folder and file where there are none. `readable` is called as soon
  /// as others may read the file, which is long before this cache knows what is in it; not where its indexes
  /// have to be built first. Errors: ProfileInUse, and those of openForWriting.
  [[nodiscard]] static core::Result<std::unique_ptr<Cache>> open(const Profile& profile,
                                                                 const std::function<void()>& readable = {});

  // What the user does. `madeAt` of a command is the "now" of the rules.

  /// decide, apply, rows, search index, outbox and base row in one transaction. A command that changes
  /// nothing is not kept. `online`: the server is reachable. `taken`: drafts that are in the command now,
  /// with their texts by key; they go with it, but for those that say something else by then.
  [[nodiscard]] PerformResult perform(const core::Command& command, bool online,
                                      const std::map<std::string, std::string>& taken = {});
  /// Drops a command that was never sent and that nothing stands on; else performs `inverse`, a complete
  /// command; without one it is refused with WrongState.
  [[nodiscard]] PerformResult takeBack(const core::CommandId& id, const std::optional<core::Command>& inverse,
                                       core::Instant now, bool online);
  /// Drops an entry and performs the replacement, if there is one; what it blocked is sent again behind it.
  /// Errors: WrongState while it is on its way or already confirmed.
  [[nodiscard]] PerformResult resolve(const core::CommandId& id,
                                      const std::optional<core::Command>& replacement, core::Instant now,
                                      bool online);
  /// Sends an entry again. A conflicted or rejected one goes out as a new command under `newId`, because an
  /// answer is final under its id.
  [[nodiscard]] PerformResult retry(const core::CommandId& id, const core::CommandId& newId,
                                    core::Instant now, bool online);

  // What comes from the server.

  struct FeedOrigin {
    Removals removals = Removals::Hold;
    /// By which the request named the server's history: what was then confirmed last; empty: nothing.
    core::Confirmation named{};
  };
  /// In one transaction with the cursor; the first items alone where it was enough before the end. Where it
  /// would remove too much it does nothing and says so in `held`. Errors: Malformed, and then nothing of the
  /// batch was taken.
  [[nodiscard]] core::Result<FeedResult> applyFeed(
      const std::vector<core::FeedItem>& items, core::Instant now, const FeedOrigin& origin,
      const Enough& enough = [] { return false; });
  // A bulk load goes on after a restart where `snapshots` says. While the cache is nearly empty its indexes
  // are put aside.

  /// What pages are to be prepared with (prepareBulk, on any thread).
  [[nodiscard]] std::shared_ptr<const BulkBasis> bulkBasis(core::Instant now);
  /// Takes over rows of a prepared page from `from` on, until all are written or it is enough. Where
  /// the references have changed since, the rows are derived anew. Errors: StorageFailed where the page does
  /// not follow on what is here.
  [[nodiscard]] core::Result<BulkWritten> applyBulk(const BulkPage& page, std::size_t from, core::Instant now,
                                                    const Enough& enough);
  /// A whole page as it came (CaseRow…, SnapshotEnd), prepared here.
  [[nodiscard]] core::Result<core::ChangeSet> applySnapshot(std::vector<core::FeedItem> items,
                                                            core::Instant now);
  /// Builds one of the indexes that were put aside, so that a user's command never waits for all of them;
  /// false when there is none left, or a bulk load still goes on.
  [[nodiscard]] core::Result<bool> rebuildNextIndex();
  /// A slice of the merging that a bulk load leaves to be done at leisure; false where nothing is left of it.
  [[nodiscard]] core::Result<bool> tidySearch();
  /// Builds all of them, unless a bulk load still goes on.
  [[nodiscard]] core::Result<core::ChangeSet> finishSnapshots();
  /// The schema of ready-made caches (readymade.h) that this one can take over; 0: it holds too much already.
  [[nodiscard]] core::Result<int> readyMadeSchema();
  /// A ready-made cache of a scope takes the place of this one's file; what the user has done and what has
  /// come before stays. `file` lies in the profile's folder, under the key of this cache, and is gone then.
  /// False, and nothing done, where it was enough before the end, or a reader still works: call it again.
  /// Readers see it when they open the file anew (CaseReader::follow). Errors: WrongState where too much is
  /// here, or the file was made with other references; StorageCorrupt where it is not what it should be.
  /// After an error the file is of no use.
  [[nodiscard]] core::Result<bool> adopt(const std::filesystem::path& file, core::Instant now,
                                         const Enough& enough);
  /// The scopes that the cache follows; one that is yet to be fetched, or fetched anew, is not among them.
  [[nodiscard]] core::Result<core::Cursor> cursor();
  /// What each followed scope holds here, in the words of the server's checkpoints.
  [[nodiscard]] std::vector<core::Checkpoint> holdings() const;
  [[nodiscard]] core::Result<std::vector<SnapshotProgress>> snapshots();
  /// The server's database was put back: every scope is fetched anew, and what the server had confirmed is
  /// sent again as far as it is remembered (OutboxTable::kMostRemembered, of cases that are still here).
  /// `epoch`: of that database; empty: the same.
  [[nodiscard]] core::Result<core::ChangeSet> startAnew(const std::string& epoch, core::Instant now);
  /// Fetch a scope anew: it leaves the cursor, and rows that do not come again leave at its checkpoint.
  [[nodiscard]] core::Result<void> restartScope(const core::ScopeName& scope);
  /// Computes each row's digest and each scope's sum from the stored texts (when idle); the scopes whose sum
  /// is not the one kept.
  [[nodiscard]] core::Result<std::vector<core::ScopeName>> verifySums();
  /// The same without the sums, some rows at a time: see sums.h.
  [[nodiscard]] core::Result<RowsChecked> checkRows(std::int64_t after, std::size_t limit);
  /// On a new day: due days of stopped clocks have moved, which refreshRows sees to.
  [[nodiscard]] core::Result<void> beginDay();
  struct RowsRefreshed {
    core::ChangeSet changes;
    bool more = false;
  };
  /// Derives some of the rows again that rest on references or a day that are others by now, at most `limit`.
  /// To be called again while there is more: after beginDay, changed references and adopt.
  [[nodiscard]] core::Result<RowsRefreshed> refreshRows(core::Date today, std::size_t limit);

  // The outbox.

  /// What was not answered yet, in order, also what was sent before; none of the cases left out.
  [[nodiscard]] core::Result<std::vector<core::OutboxEntry>>
  nextRun(std::size_t limit, std::size_t bytes, const std::set<core::CaseId>& leaveOut = {});
  /// Before anything is sent: from then on nobody may drop these entries. Those that are still there.
  [[nodiscard]] core::Result<std::vector<std::int64_t>> markSent(const std::vector<std::int64_t>& deviceSeqs);
  /// What they were marked for surely reached nobody: those that never went before may be dropped again.
  [[nodiscard]] core::Result<std::vector<std::int64_t>>
  markUnsent(const std::vector<std::int64_t>& deviceSeqs);
  [[nodiscard]] core::Result<core::ChangeSet> recordAnswers(const std::vector<core::CommandAnswer>& answers,
                                                            core::Instant now);
  /// What the server has confirmed last; empty: nothing since all was begun anew.
  [[nodiscard]] core::Result<core::Confirmation> confirmed();
  [[nodiscard]] core::Result<std::vector<core::OutboxEntry>> outbox();
  [[nodiscard]] core::Result<std::map<core::OutboxStatus, std::int64_t>> outboxCounts();

  // The journal of the desk: without the row the action does not happen.

  [[nodiscard]] core::Result<void> addAudit(const core::DeskAuditRow& row);
  [[nodiscard]] core::Result<std::vector<core::DeskAuditRow>> nextAudit(std::size_t limit);
  [[nodiscard]] core::Result<void> acknowledgeAudit(const std::vector<std::string>& ids);

  // What else is kept.

  /// Text typed and not yet a command; an empty text removes it.
  [[nodiscard]] core::Result<void> saveDraft(const std::string& key, const std::string& text);
  [[nodiscard]] core::Result<std::map<std::string, std::string>> drafts(const std::string& keyPrefix);
  [[nodiscard]] core::Result<std::string> setting(const std::string& key);
  [[nodiscard]] core::Result<void> setSetting(const std::string& key, const std::string& value);
  /// The signed-in person with rank and grants; kept for work offline.
  [[nodiscard]] core::Result<void> setActor(const core::Actor& actor);
  /// From now on what is unsent, and what is half typed, is also sealed to the server's recovery key; kept.
  [[nodiscard]] core::Result<void> setSealing(const Sealing& sealing);
  [[nodiscard]] const Surroundings& surroundings() const { return m_bench.around; }
  [[nodiscard]] BlobStore& blobs() { return m_blobs; }
  [[nodiscard]] KeptDocuments& kept() { return m_kept; }
  [[nodiscard]] const CacheFile& file() const { return m_file; }

private:
  [[nodiscard]] bool isLoading() const;
  Cache(ProfileLock lock, std::unique_ptr<Database> database, const Profile& profile);

  /// Makes the sealed files agree with outbox and drafts.
  void sealAll(const Sealing& sealing);
  /// Reads what is kept in memory again where that failed after a rollback. Throws.
  void reloadIfStale();
  /// What needs no transaction of this class.
  template <class Work>
  [[nodiscard]] auto look(Work&& work) -> core::Result<decltype(work())> {
    return guarded([&] {
      reloadIfStale();
      return work();
    });
  }
  template <class Work>
  [[nodiscard]] auto transact(Durability durability, Work&& work) -> core::Result<decltype(work())>;
  template <class Work>
  [[nodiscard]] PerformResult act(core::Instant now, bool online, Work&& work);

  CacheFile m_file;
  ProfileLock m_lock;
  std::unique_ptr<Database> m_database;
  Workbench m_bench;
  bool m_stale = false; ///< m_bench may speak of what was rolled back
  bool m_away = false;  ///< closed while another file took its place
  SealedOutbox m_sealed;
  BlobStore m_blobs;
  KeptDocuments m_kept;
};

} // namespace madoguchi::storage
