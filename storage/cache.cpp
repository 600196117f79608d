// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/cache.h"

#include "core/base/codec.h"
#include "storage/answers.h"
#include "storage/bulkindexes.h"
#include "storage/settings.h"
#include "storage/sums.h"

#include <algorithm>
#include <sodium.h>

namespace madoguchi::storage {

using core::OutboxStatus;

CacheFile cacheFileOf(const Profile& profile) {
  return {profile.folder / "cache.db", profile.key, profile.vfs};
}

core::Result<std::unique_ptr<Cache>> Cache::open(const Profile& profile,
                                                 const std::function<void()>& readable) {
  if (sodium_init() < 0) return core::failure(core::ErrorCode::Internal, "libsodium does not start");
  const auto prepared = guarded([&] {
    std::filesystem::create_directories(profile.folder);
    std::filesystem::permissions(profile.folder, std::filesystem::perms::owner_all);
  });
  if (!prepared) return tl::unexpected(prepared.error());
  auto lock = ProfileLock::take(profile.folder);
  if (!lock) return tl::unexpected(lock.error());
  auto database = openForWriting(cacheFileOf(profile));
  if (!database) return tl::unexpected(database.error());
  return guarded([&] {
    if (readable && !indexesDropped(**database)) readable();
    return std::unique_ptr<Cache>(new Cache(std::move(*lock), std::move(*database), profile));
  });
}

Cache::Cache(ProfileLock lock, std::unique_ptr<Database> database, const Profile& profile)
    : m_file(cacheFileOf(profile)), m_lock(std::move(lock)), m_database(std::move(database)),
      m_bench(*m_database), m_sealed(profile.folder / "sealed"),
      m_blobs(*m_database, profile.folder / "blobs"), m_kept(*m_database) {
  m_bench.reload();
  m_bench.outbox.sealInto(m_sealed);
  if (const std::string kept = settingOf(*m_database, kSealingSetting); !kept.empty())
    sealAll(valueOrFail(core::codec::read<Sealing>(valueOrFail(core::parseJson(kept)))));
  // A bulk load that was cut off at its very end; one that goes on needs them aside still.
  if (!isLoading()) rebuildIndexes(*m_database);
  static_cast<void>(m_blobs.sweep());
}

void Cache::reloadIfStale() {
  if (!m_stale) return;
  if (m_away) m_database->goOnWith(valueOrFail(openForWriting(m_file)));
  m_away = false;
  m_bench.reload();
  m_stale = false;
}

bool Cache::isLoading() const {
  const auto& all = m_bench.scopes.all();
  return std::any_of(all.begin(), all.end(),
                     [](const auto& entry) { return entry.second.snapshotAfter.has_value(); });
}

template <class Work>
auto Cache::transact(Durability durability, Work&& work) -> core::Result<decltype(work())> {
  auto result = guarded([&] {
    reloadIfStale();
    Transaction transaction(*m_database, durability);
    if constexpr (std::is_void_v<decltype(work())>) {
      work();
      m_sealed.writeAll();
      transaction.commit();
    } else {
      auto value = work();
      m_sealed.writeAll();
      transaction.commit();
      return value;
    }
  });
  if (result) {
    m_sealed.committed();
  } else {
    m_sealed.rolledBack();
    // What is kept in memory may speak of what was rolled back. Where the disk does not give it now, nothing
    // goes on before it does: a cursor that is ahead of its rows would lose them.
    m_stale = true;
    static_cast<void>(guarded([this] { reloadIfStale(); }));
  }
  return result;
}

namespace {
/// Carries a refusal through a transaction that must be rolled back.
struct Refused {
  core::Refusal refusal;
};
} // namespace

template <class Work>
PerformResult Cache::act(core::Instant now, bool online, Work&& work) {
  try {
    auto result = transact(Durability::Full, [&] {
      CommandRunner runner(m_bench, core::dayInJapan(now), online);
      auto performed = work(runner);
      if (!performed) throw Refused{std::move(performed.error())};
      return std::move(*performed);
    });
    if (!result) return tl::unexpected(core::Refusal{result.error().code, result.error().detail, {}});
    return std::move(*result);
  } catch (Refused& refused) {
    m_sealed.rolledBack();
    m_bench.words.forget();
    return tl::unexpected(std::move(refused.refusal));
  }
}

PerformResult Cache::perform(const core::Command& command, bool online,
                             const std::map<std::string, std::string>& taken) {
  return act(command.madeAt, online, [&](CommandRunner& runner) {
    auto performed = runner.perform(command);
    for (auto draft = taken.begin(); performed && draft != taken.end(); ++draft)
      if (m_database->run("DELETE FROM drafts WHERE key = ? AND text = ?", draft->first, draft->second) > 0)
        m_sealed.putDraft(draft->first, {});
    return performed;
  });
}

PerformResult Cache::takeBack(const core::CommandId& id, const std::optional<core::Command>& inverse,
                              core::Instant now, bool online) {
  return act(now, online, [&](CommandRunner& runner) { return runner.takeBack(id, inverse); });
}

PerformResult Cache::resolve(const core::CommandId& id, const std::optional<core::Command>& replacement,
                             core::Instant now, bool online) {
  return act(now, online, [&](CommandRunner& runner) { return runner.resolve(id, replacement); });
}

PerformResult Cache::retry(const core::CommandId& id, const core::CommandId& newId, core::Instant now,
                           bool online) {
  return act(now, online, [&](CommandRunner& runner) { return runner.retry(id, newId, now); });
}

core::Result<FeedResult> Cache::applyFeed(const std::vector<core::FeedItem>& items, core::Instant now,
                                          const FeedOrigin& origin, const Enough& enough) {
  auto result = transact(Durability::Normal, [&] {
    FeedApplier applier(m_bench, core::dayInJapan(now));
    if (origin.removals == Removals::Hold)
      if (const auto held = applier.wouldRemoveTooMuch(items)) {
        FeedResult nothing;
        nothing.held = held;
        return nothing;
      }
    return applier.apply(items, origin.named, enough);
  });
  // Contents of cases that have left; what cannot be deleted now is when the cache is opened next.
  if (result && (result->changes.everything || !result->changes.removed.empty()))
    static_cast<void>(m_blobs.sweep());
  return result;
}

std::shared_ptr<const BulkBasis> Cache::bulkBasis(core::Instant now) {
  return m_bench.basisFor(core::dayInJapan(now));
}

core::Result<BulkWritten> Cache::applyBulk(const BulkPage& page, std::size_t from, core::Instant now,
                                           const Enough& enough) {
  const auto dropped = look([&] { dropIndexes(*m_database); });
  if (!dropped) return tl::unexpected(dropped.error());
  return transact(Durability::Normal,
                  [&] { return writeBulk(m_bench, page, from, core::dayInJapan(now), enough); });
}

core::Result<core::ChangeSet> Cache::applySnapshot(std::vector<core::FeedItem> items, core::Instant now) {
  const auto page = prepareBulk(std::move(items), {}, bulkBasis(now));
  if (!page) return tl::unexpected(page.error());
  const auto written = applyBulk(*page, 0, now, [] { return false; });
  if (!written) return tl::unexpected(written.error());
  core::ChangeSet changes;
  changes.everything = written->rows > 0;
  return changes;
}

core::Result<core::Cursor> Cache::cursor() {
  return look([&] {
    core::Cursor cursor;
    cursor.epoch = settingOf(*m_database, kEpochSetting);
    for (const auto& [name, scope] : m_bench.scopes.all())
      if (scope.followed) cursor.scopes[name] = scope.seq;
    return cursor;
  });
}

std::vector<core::Checkpoint> Cache::holdings() const {
  std::vector<core::Checkpoint> held;
  for (const auto& [name, scope] : m_bench.scopes.all())
    if (scope.followed) held.push_back({name, scope.seq, scope.count, scope.sum.hex()});
  return held;
}

core::Result<std::vector<SnapshotProgress>> Cache::snapshots() {
  return look([&] {
    std::vector<SnapshotProgress> progress;
    for (const auto& [name, scope] : m_bench.scopes.all())
      if (scope.snapshotAfter) progress.push_back({name, *scope.snapshotAfter, scope.snapshotStamp});
    return progress;
  });
}

core::Result<core::ChangeSet> Cache::startAnew(const std::string& epoch, core::Instant now) {
  return transact(Durability::Full,
                  [&] { return FeedApplier(m_bench, core::dayInJapan(now)).startAnew(epoch); });
}

core::Result<void> Cache::restartScope(const core::ScopeName& scope) {
  return transact(Durability::Normal, [&] {
    m_bench.scopes.restart(scope);
    m_bench.scopes.save();
  });
}

core::Result<std::vector<core::ScopeName>> Cache::verifySums() {
  return look([&] { return scopesThatDiffer(m_bench); });
}

core::Result<RowsChecked> Cache::checkRows(std::int64_t after, std::size_t limit) {
  return look([&] { return storage::checkRows(m_bench, after, limit); });
}

core::Result<void> Cache::beginDay() {
  return transact(Durability::Normal, [&] { m_bench.stale.markStopped(); });
}

core::Result<Cache::RowsRefreshed> Cache::refreshRows(core::Date today, std::size_t limit) {
  return transact(Durability::Normal, [&] {
    Changes changes;
    const auto next = m_bench.stale.take(limit);
    Composer(m_bench, changes, today).summarizeAgain(next.keys);
    return RowsRefreshed{changes.set(), next.more};
  });
}

core::Result<std::vector<core::OutboxEntry>> Cache::nextRun(std::size_t limit, std::size_t bytes,
                                                            const std::set<core::CaseId>& leaveOut) {
  return look([&] { return m_bench.outbox.sendable(limit, bytes, leaveOut); });
}

core::Result<std::vector<std::int64_t>> Cache::markSent(const std::vector<std::int64_t>& deviceSeqs) {
  return transact(Durability::Full, [&] {
    std::vector<std::int64_t> there;
    for (const std::int64_t deviceSeq : deviceSeqs)
      if (m_bench.outbox.markSent(deviceSeq)) there.push_back(deviceSeq);
    return there;
  });
}

core::Result<std::vector<std::int64_t>> Cache::markUnsent(const std::vector<std::int64_t>& deviceSeqs) {
  return transact(Durability::Full, [&] {
    std::vector<std::int64_t> there;
    for (const std::int64_t deviceSeq : deviceSeqs)
      if (m_bench.outbox.markUnsent(deviceSeq)) there.push_back(deviceSeq);
    return there;
  });
}

core::Result<core::ChangeSet> Cache::recordAnswers(const std::vector<core::CommandAnswer>& answers,
                                                   core::Instant now) {
  return transact(Durability::Full, [&] {
    Changes changes;
    Composer composer(m_bench, changes, core::dayInJapan(now));
    takeAnswers(m_bench, composer, changes, answers);
    return changes.set();
  });
}

core::Result<std::vector<core::OutboxEntry>> Cache::outbox() {
  return look([&] { return m_bench.outbox.all(); });
}

core::Result<std::map<OutboxStatus, std::int64_t>> Cache::outboxCounts() {
  return look([&] { return m_bench.outbox.counts(); });
}

core::Result<void> Cache::addAudit(const core::DeskAuditRow& row) {
  return transact(Durability::Full, [&] {
    m_database->run("INSERT INTO desk_audit(id, at, actor, action, subject) VALUES (?, ?, ?, ?, ?)", row.id,
                    core::toText(row.at), row.actor.value, row.action, row.subject);
  });
}

core::Result<std::vector<core::DeskAuditRow>> Cache::nextAudit(std::size_t limit) {
  return look([&] {
    std::vector<core::DeskAuditRow> rows;
    Use found = m_database->use("SELECT device_seq, id, at, actor, action, subject FROM desk_audit"
                                " ORDER BY device_seq LIMIT ?",
                                limit);
    while (found.step())
      rows.push_back({found.integer(0), found.text(1), valueOrFail(core::parseInstant(found.text(2))),
                      core::UserId(found.text(3)), found.text(4), found.text(5)});
    return rows;
  });
}

core::Result<void> Cache::acknowledgeAudit(const std::vector<std::string>& ids) {
  return transact(Durability::Normal, [&] {
    for (const std::string& id : ids)
      m_database->run("DELETE FROM desk_audit WHERE id = ?", id);
  });
}

core::Result<void> Cache::saveDraft(const std::string& key, const std::string& text) {
  return transact(Durability::Full, [&] {
    m_sealed.putDraft(key, text);
    if (text.empty())
      m_database->run("DELETE FROM drafts WHERE key = ?", key);
    else
      m_database->run("INSERT OR REPLACE INTO drafts(key, text) VALUES (?, ?)", key, text);
  });
}

core::Result<std::map<std::string, std::string>> Cache::drafts(const std::string& keyPrefix) {
  return look([&] { return draftsOf(*m_database, keyPrefix); });
}

core::Result<core::Confirmation> Cache::confirmed() {
  return look([&] { return confirmedOf(*m_database); });
}

core::Result<std::string> Cache::setting(const std::string& key) {
  return look([&] { return settingOf(*m_database, key); });
}

core::Result<void> Cache::setSetting(const std::string& key, const std::string& value) {
  return transact(Durability::Full, [&] { storage::setSetting(*m_database, key, value); });
}

void Cache::sealAll(const Sealing& sealing) {
  m_sealed.configure(sealing);
  std::map<std::int64_t, std::string> payloads;
  std::set<std::int64_t> commands;
  for (auto& entry : m_bench.outbox.all()) {
    commands.insert(entry.deviceSeq);
    payloads[entry.deviceSeq] = std::move(entry.payload);
  }
  std::set<std::string> drafts;
  Use rows = m_database->use("SELECT key, text FROM drafts");
  while (rows.step()) {
    drafts.insert(rows.text(0));
    m_sealed.putDraft(rows.text(0), rows.text(1));
  }
  for (const std::int64_t deviceSeq : m_sealed.sweep(commands, drafts))
    m_sealed.addCommand(deviceSeq, payloads[deviceSeq]);
  m_sealed.writeAll();
  m_sealed.committed();
}

core::Result<void> Cache::setSealing(const Sealing& sealing) {
  const std::string text = core::canonicalJson(core::codec::toValue(sealing));
  return look([&] {
    if (settingOf(*m_database, kSealingSetting) == text) return;
    // Sealed to another key they would be nobody's: all are written anew.
    std::filesystem::remove_all(m_sealed.folder());
    sealAll(sealing);
    Transaction transaction(*m_database, Durability::Full);
    storage::setSetting(*m_database, kSealingSetting, text);
    transaction.commit();
  });
}

core::Result<void> Cache::setActor(const core::Actor& actor) {
  return transact(Durability::Full, [&] {
    storage::setSetting(*m_database, kActorSetting, core::canonicalJson(core::codec::toValue(actor)));
    m_bench.around.me = actor;
  });
}

} // namespace madoguchi::storage
